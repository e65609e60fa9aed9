/** Which of the files that were sent does one look at? Null: their list. */
export interface ImportView {
  readonly import_id: number | null
}

export const openingImports: ImportView = { import_id: null }

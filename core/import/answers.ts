/** How is a question answered with none of its choices? Rows that wait for it are then refused. */
export const noneOfThem = ''

export type TextLanguage = 'vi' | 'en'
export const toProblemText: any = () => 'stub'

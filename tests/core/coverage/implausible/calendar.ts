/** Which day is it in the made-up province? Days since 2008. */

export const today = '2022-06-30'
export const day0 = Date.UTC(2008, 0, 1)
export const toDay = (day: number) => new Date(day0 + day * 86_400_000).toISOString().slice(0, 10)
export const lastDay = Math.round((Date.parse(today) - day0) / 86_400_000)
export const yearDay = (year: number) => Math.round((Date.UTC(year, 0, 1) - day0) / 86_400_000)

/** Which figures must the sample give by counting? As published, or inferred from what is published (docs: data/README.md). */
export const figures = {
  villages: 1445,
  sites: 815,
  sites_3g: 785,
  sites_4g: 705,
  sites_on_generator: 16,
  /** Share of positions that two or more carriers use. */
  shared_sites_share: 0.165,
  end_of_2020: { on: '2020-12-31', fibre: 1156, mobile: 1084, nothing: 36, only_2g: 325 },
  middle_of_2021: { on: '2021-06-30', fibre: 1276, mobile_4g: 1364 },
} as const

/** How the villages without 4G in the middle of 2021 came to be, and what they have instead (chosen, not published). */
export const gapMix = {
  /** Of the villages that had nothing: now with 4G, now with 3G; the rest still have nothing. */
  annex_with_4g: 12,
  annex_with_3g: 4,
  annex_with_fibre: 4,
  /** Without 4G in 2021 although they had 3G in 2020. */
  only_3g_since_2020: 12,
  /** Without 4G in 2021, new 3G in 2021. */
  only_3g_since_2021: 20,
  /** Without 4G in 2021: only a part of the households, and nobody ever said. */
  partial_4g: 12,
  unknown_4g: 5,
} as const

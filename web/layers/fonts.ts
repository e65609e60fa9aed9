/** In which fonts are labels set? The style has no glyph files: labels are drawn from the page's own web font. */

/** MapLibre reads the weight from the first name and draws with the first name that the page has. */
export const semiboldFont = ['Be Vietnam Pro SemiBold', 'Be Vietnam Pro']
export const regularFont = ['Be Vietnam Pro']

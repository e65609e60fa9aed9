/** In which fonts are labels set? The style has no glyph files: labels are drawn from the page's own web font. */

/** MapLibre reads the weight from the name. Both families are declared in web/map/map-fonts.css. */
export const semiboldFont = ['Be Vietnam Pro Map SemiBold'] as [string]
export const regularFont = ['Be Vietnam Pro Map'] as [string]

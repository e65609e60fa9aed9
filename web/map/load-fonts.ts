/** Are the label fonts there? Labels drawn before would stay in the fallback font, as MapLibre keeps each glyph it drew. */
import '@fontsource/be-vietnam-pro/400.css'
import '@fontsource/be-vietnam-pro/600.css'

/** Letters of both subsets that names on the map are written with. */
const sample = 'Aa0, %ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ'

/** Resolves when they are loaded, or cannot be: names in another font are better than none. */
export async function loadFonts(): Promise<void> {
  await Promise.allSettled(
    [400, 600].map((weight) => document.fonts.load(`${weight} 48px "Be Vietnam Pro"`, sample)),
  )
}

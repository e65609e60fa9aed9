/** Are the label fonts there? Labels drawn before would stay in the fallback font, as MapLibre keeps each glyph it drew. */
import { regularFont, semiboldFont } from '../layers/fonts.ts'
import './map-fonts.css'

/** Letters of both subsets that names on the map are written with. */
const sample = 'Aa0, %ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ'

/** Resolves when they are loaded, or cannot be: names in another font are better than none. */
export async function loadFonts(): Promise<void> {
  await Promise.allSettled([
    document.fonts.load(`400 48px "${regularFont[0]}"`, sample),
    document.fonts.load(`600 48px "${semiboldFont[0]}"`, sample),
  ])
}

/** What could a village without a recorded name be called? Word parts that are common in the region's Thái, Mông and Việt names. */
import { toSearchText } from '../../core/text.ts'
import type { Random } from './random.ts'

export type NameStyle = 'thai' | 'mong' | 'viet'

const parts: Readonly<
  Record<NameStyle, { readonly first: readonly string[]; readonly second: readonly string[] }>
> = {
  thai: {
    first: (
      'Huổi,Nậm,Nà,Na,Pá,Pa,Co,Pú,Phiêng,Hua,Noong,Tin,Hát,Thẳm,Pom,Ta,Bó,Búng,Chiềng,' +
      'Púng,Kéo,Sái,Mường,Phai,Cang'
    ).split(','),
    second: (
      'Lướng,Ngám,Hịa,Cáy,Pao,Xuân,Khoang,Lếch,Hin,Ngua,Tấu,Sang,Pục,Mạt,Tông,Lán,Luông,Kham,Đúc,Xôm,Hốc,' +
      'Bon,Ít,Van,Đứa,Chan,Hán,Lạnh,Nưa,Tở,Sát,Ngối,Cưởm,Vai,Púng,Hạ,Men,Phay,Sản,Toong,Liếng,Khá,Kệt,Bay,Lịch,' +
      'Nát,Hẹ,Lọng,Mu,Pe'
    ).split(','),
  },
  mong: {
    first: (
      'Háng,Tìa,Phình,Sính,Lồng,Chế Cu,Trung,Xà,Sá,Pàng,Cáng,Tà,Tủa,Hấu,Séo Mí,Gia,Sín,Đề,Chống,Khó,Mảng,' +
      'Sua,Thèn,Phi,Huổi,Nậm,Pú'
    ).split(','),
    second: (
      'Chua,Lìa,Sua,Dề,Tâu,Phình,Cở,Dính,Nhè,Pua,Chải,Tớ,Lầu,Giàng,Sử,Là,Khúa,Tủa,Súng,Po,Dê,Lử,Trá,Hồ,' +
      'Tùng,Páo,Chứ,Mua,Vàng,Tráng,Cha,Thàng'
    ).split(','),
  },
  viet: {
    first: 'Thanh,Tân,Hồng,Việt,Đông,Nam,Yên,Hoàng,Hưng,Hợp,Chung,Trung'.split(','),
    second: 'Hà,Lập,Thái,Thanh,Bình,Sơn,Biên,Tiến,Phong,Cường,Xuân,Hòa,Thành,Đông,Yên,Long'.split(','),
  },
}

/**
 * A name that the commune does not have yet; one in four continues a family ("Huổi Mu 1", "Huổi Mu 2").
 *
 * @param taken folded names of the commune, added to
 */
export function inventName(random: Random, style: NameStyle, taken: Set<string>): string {
  const { first, second } = parts[style]
  for (;;) {
    const base = `${random.pick(first)} ${random.pick(second)}`
    const name = random.chance(0.25) ? `${base} ${random.int(1, 3)}` : base
    const words = new Set(toSearchText(name).split(' '))
    const isRepeated = words.size < name.split(' ').length
    if (isRepeated || taken.has(toSearchText(name))) continue
    taken.add(toSearchText(name))
    return name
  }
}

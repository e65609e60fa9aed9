/** From which document? Its title, linked where it has an address. */
import { useApp } from '../state/store.ts'

export function SourceName({ code }: { readonly code: string | null }) {
  const source = useApp((state) => state.province?.sources.find((known) => known.code === code))
  if (source === undefined) return null
  const title = source.issuer === null ? source.title : `${source.title} (${source.issuer})`
  return (
    <span className="soft" lang="vi">
      {source.url === null ? title : <a href={source.url}>{title}</a>}
    </span>
  )
}

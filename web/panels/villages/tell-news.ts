/** What follows when villages have come to be or gone: the one that it is told beside is selected. */
import { useApp } from '../../state/store.ts'
import { select } from '../../state/transitions.ts'
import { useVillageNews, type VillageNews } from '../../state/village-news.ts'

export function tellNews(news: VillageNews): void {
  useVillageNews.setState({ news })
  useApp.setState((state) => select(state, { type: 'village', id: news.village_id }))
}

/** In the panel of a village: what is said of it is not what is there. */
import { useFiling, type FiledVillage } from '../../state/challenge-rows.ts'
import { useApp } from '../../state/store.ts'
import { useChallengeWords } from './use-challenge-words.ts'

export function ChallengeButton({ village: { id, name } }: { readonly village: FiledVillage }) {
  const { p } = useChallengeWords()
  return (
    <p>
      <button
        type="button"
        className="plain-button"
        onClick={() => {
          useFiling.setState({ village: { id, name } })
          useApp.setState({ page: 'challenges' })
        }}
      >
        {p('button')}
      </button>
    </p>
  )
}

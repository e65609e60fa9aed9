/** Moves on the map while a list of them is open: what is chosen in one is chosen in the other. */
import { useEffect } from 'react'
import type { MapEditing, MapMove } from '../../map/map-view-props.ts'
import { useEditScreen } from '../../state/edit-slice.ts'

/** What was edited before the list was opened is on the map again when it is closed. */
function giveMapBack(before: MapEditing | null): () => void {
  return () => {
    const isEdited = useEditScreen.getState().target.type !== 'none'
    useEditScreen.setState({ map_editing: isEdited ? before : null })
  }
}

export function useShownMoves(
  moves: readonly MapMove[],
  options: { readonly clicks_mean: 'this' | 'anything'; readonly onChoose: (id: number) => void },
): void {
  const { clicks_mean, onChoose } = options
  const key = JSON.stringify(moves)
  // First of the two: it keeps what the map shows before the moves.
  useEffect(() => giveMapBack(useEditScreen.getState().map_editing), [])
  useEffect(() => {
    useEditScreen.setState({
      map_editing: {
        site_id: null,
        from: null,
        position: null,
        marker_label: '',
        distance_label: '',
        commune_code: null,
        moves,
        clicks_mean,
        onMove: () => undefined,
        onNudge: () => undefined,
        onClick: (_, move_id) => {
          if (move_id !== null) onChoose(move_id)
        },
      },
    })
    // By what the moves say: they are made anew on every drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, clicks_mean])
}

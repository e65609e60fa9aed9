/** Where is the act itself? Its files, for whoever has an account; the Sở adds them. */
import { useState } from 'react'
import type { AssignmentRecord } from '../../../core/api/assignments.ts'
import { useRole } from '../../hooks/use-role.ts'
import { Proofs } from '../proofs/proofs.tsx'
import { useAssignedWords } from './use-assigned-words.ts'

export function ActFiles({ record }: { readonly record: AssignmentRecord }) {
  const { p, nameAct } = useAssignedWords()
  const role = useRole()
  const [isOpened, setOpened] = useState(false)
  if (role === 'anonymous') return null
  return (
    <details className="act-files" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{p('opened.act_files')}</summary>
      {isOpened && (
        <Proofs
          noun="legal_acts"
          noun_id={record.act_id}
          title={nameAct(record)}
          kinds={['document']}
          has_village={false}
        />
      )}
    </details>
  )
}

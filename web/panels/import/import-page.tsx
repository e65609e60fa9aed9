/** How do lists of carriers and offices come in? The files that were sent, a new one, or one that is looked at. */
import '../villages/villages.css'
import './import.css'
import { useEffect, useState } from 'react'
import { useRole } from '../../hooks/use-role.ts'
import { useAskedImport } from '../../state/asked-import.ts'
import { useApp } from '../../state/store.ts'
import { PageFrame } from '../page-frame.tsx'
import { ImportList } from './import-list.tsx'
import { NewImport } from './new-import.tsx'
import { OpenedImport } from './opened-import.tsx'
import { openImport } from './open-import.ts'
import { useImportWords } from './use-import-words.ts'

export function ImportPage() {
  const { p } = useImportWords()
  const import_id = useApp((state) => state.import_id)
  const isCarrier = useRole() === 'carrier'
  const [isAdding, setAdding] = useState(() => useAskedImport.getState().noun !== null)
  useEffect(() => () => useAskedImport.setState({ noun: null }), [])
  return (
    <PageFrame title={p(isCarrier ? 'title_carrier' : 'title')}>
      {import_id !== null ? (
        <OpenedImport key={import_id} id={import_id} />
      ) : isAdding ? (
        <NewImport
          onSent={(id) => {
            setAdding(false)
            openImport(id)
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <>
          <p className="note">{p(isCarrier ? 'intro_carrier' : 'intro')}</p>
          <div>
            <button type="button" className="main-button" onClick={() => setAdding(true)}>
              {p('list.new')}
            </button>
          </div>
          <ImportList />
        </>
      )}
    </PageFrame>
  )
}

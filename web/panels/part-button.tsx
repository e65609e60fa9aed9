/** Opens and closes a part of a line: its files, its history. */
interface PartButtonProps {
  readonly label: string
  /** With the name of the line: several stand on one page. */
  readonly full_label: string
  readonly is_opened: boolean
  readonly onToggle: () => void
}

export function PartButton({ label, full_label, is_opened, onToggle }: PartButtonProps) {
  return (
    <button
      type="button"
      className="text-button"
      aria-expanded={is_opened}
      aria-label={full_label}
      onClick={onToggle}
    >
      {label}
    </button>
  )
}

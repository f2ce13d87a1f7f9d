/** Something that the browser keeps on this device, the same for all tabs. Reading what others broke gives nothing. */
export type Kept<Value> = {
  readonly read: () => Value | undefined
  readonly write: (value: Value) => void
  readonly remove: () => void
  /** Calls back when another tab changed it. */
  readonly onChange: (changed: () => void) => void
}

/** In `place`; a browser that refuses storage keeps it for this page alone. */
export function createKept<Value>(key: string, place: () => Storage = () => localStorage): Kept<Value> {
  let held: string | null = null
  const storage = allowed(place)
  return {
    read() {
      const text = storage ? storage.getItem(key) : held
      try {
        return text === null ? undefined : JSON.parse(text)
      } catch {
        return undefined
      }
    },
    write(value) {
      held = JSON.stringify(value)
      try {
        storage?.setItem(key, held)
      } catch {
        // The device is full. What is kept is then as old as before, and the conversation goes on.
      }
    },
    remove() {
      held = null
      storage?.removeItem(key)
    },
    onChange(changed) {
      addEventListener('storage', event => {
        if (event.storageArea === storage && (event.key === key || event.key === null)) changed()
      })
    },
  }
}

function allowed(place: () => Storage): Storage | undefined {
  try {
    return place()
  } catch {
    return undefined
  }
}

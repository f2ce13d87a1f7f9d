const LASTS_S = 0.25
const LOUDNESS = 0.06

/** A short, soft tone. A browser that forbids it stays silent. */
export function playTone(): void {
  try {
    const audio = new AudioContext()
    const tone = audio.createOscillator()
    const volume = audio.createGain()
    tone.frequency.value = 660
    volume.gain.setValueAtTime(LOUDNESS, audio.currentTime)
    volume.gain.exponentialRampToValueAtTime(0.0001, audio.currentTime + LASTS_S)
    tone.connect(volume).connect(audio.destination)
    tone.start()
    tone.stop(audio.currentTime + LASTS_S)
    tone.onended = () => void audio.close()
  } catch {
    // Sound is never the only sign, so its absence is none.
  }
}

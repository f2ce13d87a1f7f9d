const HERTZ = 660
const SECONDS = 0.18
const LOUDNESS = 0.06

/** A short soft tone. Nothing where the browser allows none yet. */
export function playTone(): void {
  const audio = new AudioContext()
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  tone.frequency.value = HERTZ
  volume.gain.setValueAtTime(LOUDNESS, audio.currentTime)
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + SECONDS)
  tone.connect(volume).connect(audio.destination)
  tone.start()
  tone.stop(audio.currentTime + SECONDS)
  tone.onended = () => void audio.close()
}

declare module 'xhr2' {
  const implementation: unknown
  export default implementation
}

// The names of the elements of a diagram by their ids, read from its XML without drawing it.
export function namesInDiagram(xml: string): ReadonlyMap<string, string> {
  if (xml === '') return new Map();
  const read = new DOMParser().parseFromString(xml, 'application/xml');
  return new Map(
    [...read.querySelectorAll('[id][name]')].flatMap((element) => {
      const name = element.getAttribute('name')?.trim();
      return name ? [[element.getAttribute('id')!, name] as const] : [];
    }),
  );
}

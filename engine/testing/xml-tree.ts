// Reads XML with another parser than the product's, for tests that ask what of a file was kept.
import { DOMParser } from 'linkedom';

export interface XmlTree {
  /** With the address of its format instead of a prefix, which every tool chooses for itself. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly XmlTree[];
}

/** The part of the DOM that is read here. */
interface XmlNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly childNodes: Iterable<XmlNode>;
}

export function xmlTree(xml: string): XmlTree {
  const document = new DOMParser().parseFromString(xml, 'text/xml') as unknown as { documentElement: XmlNode };
  return treeOf(document.documentElement, {});
}

function treeOf(node: XmlNode, outer: Readonly<Record<string, string>>): XmlTree {
  const scope = { ...outer };
  const said = [...node.attributes];
  for (const { name, value } of said) {
    if (name === 'xmlns') scope[''] = value;
    else if (name.startsWith('xmlns:')) scope[name.slice(6)] = value;
  }
  const full = (name: string, unprefixed: string): string => {
    const [prefix, local] = name.includes(':') ? name.split(':') : ['', name];
    return `{${prefix === '' ? unprefixed : (scope[prefix ?? ''] ?? prefix)}}${local}`;
  };
  const inside = [...node.childNodes];
  return {
    name: full(node.nodeName, scope[''] ?? ''),
    attributes: Object.fromEntries(
      said
        .filter(({ name }) => name !== 'xmlns' && !name.startsWith('xmlns:'))
        .map(({ name, value }) => [full(name, ''), plain(value)] as const)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    text: inside
      .filter(({ nodeType }) => nodeType === 3 || nodeType === 4)
      .map(({ nodeValue }) => nodeValue)
      .join('')
      .trim(),
    // Between kinds of elements the format has an order of its own; within a kind it is the modeller's.
    children: inside
      .filter(({ nodeType }) => nodeType === 1)
      .map((child) => treeOf(child, scope))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
  };
}

/** `80.0` and `80` are one number. */
const plain = (value: string): string => (/^-?\d+\.\d+$/.test(value) ? String(Number(value)) : value);

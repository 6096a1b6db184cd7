// Makes a file of a picture that stood as a data: address inside copied text.

export function fileOf(address: string, index: number): File {
  const [, type = 'image/png', base64 = ''] = /^data:([^;]+);base64,(.*)$/s.exec(address) ?? [];
  const bytes = Uint8Array.from(atob(base64.replace(/\s/g, '')), (letter) => letter.codePointAt(0) ?? 0);
  return new File([bytes], `${index + 1}.${type.split('/')[1]}`, { type });
}

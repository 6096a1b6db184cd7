// Takes a picture into the text: chosen, pasted or dropped, uploaded to the organisation's files, and never without words for who cannot see it.
import { Button, Group, Image, Progress, Stack, Text, Textarea } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useT } from '#web/lib/i18n.ts';
import { faultText } from '#web/lib/problem-text.ts';
import { uploadFile } from '#web/lib/upload.ts';
import { Dialog } from '../dialog.tsx';
import { ErrorNote } from '../error-note.tsx';
import { writtenDirection } from '../form/text-field.tsx';
import type { PictureAttributes } from './picture.ts';

export type PictureDialogProps = {
  /** A picture that waits for its words, or nothing: then one is chosen here. */
  file: File | null;
  /** The picture that is marked, whose words are changed. */
  before: PictureAttributes | null;
  onTake: (picture: PictureAttributes, shown: File | null) => void;
  onClose: () => void;
};

export const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

export function PictureDialog({ file: given, before, onTake, onClose }: PictureDialogProps) {
  const t = useT();
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState(given);
  const [alt, setAlt] = useState(before?.alt ?? '');
  const [missing, setMissing] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const preview = useMemo(() => (file ? URL.createObjectURL(file) : null), [file]);
  useEffect(() => () => void (preview && URL.revokeObjectURL(preview)), [preview]);

  async function take(): Promise<void> {
    if (alt.trim() === '') return setMissing(true);
    if (!file && before) return onTake({ ...before, alt: alt.trim() }, null);
    if (!file) return;
    setShare(0);
    setError(null);
    try {
      const { id } = await uploadFile(file, { progress: setShare });
      onTake({ fileId: id, alt: alt.trim() }, file);
    } catch (refusal) {
      setError(refusal);
      setShare(null);
    }
  }

  return (
    <Dialog opened onClose={onClose} title={t('ui.rich-text.picture')} closeOnClickOutside={false}>
      <Stack>
        {preview ? <Image src={preview} alt="" mah={220} fit="contain" radius="sm" /> : null}
        <Group>
          <Button
            variant="default"
            leftSection={<IconPhoto size={16} aria-hidden />}
            onClick={() => picker.current?.click()}
          >
            {t(file || before ? 'ui.rich-text.picture-other' : 'ui.rich-text.picture-choose')}
          </Button>
          {file ? (
            <Text size="sm" c="dimmed">
              <bdi>{file.name}</bdi>
            </Text>
          ) : null}
        </Group>
        <input
          ref={picker}
          type="file"
          accept={pictureTypes.join(',')}
          hidden
          onChange={(event) => {
            setFile(event.currentTarget.files?.[0] ?? file);
            event.currentTarget.value = '';
          }}
        />
        <Textarea
          label={t('ui.rich-text.picture-alt')}
          description={t('ui.rich-text.picture-alt-hint')}
          withAsterisk
          aria-required
          autosize
          minRows={2}
          maxLength={300}
          attributes={writtenDirection(alt)}
          value={alt}
          error={missing ? faultText('alternative-text-missing') : undefined}
          onChange={(event) => {
            setAlt(event.currentTarget.value);
            setMissing(false);
          }}
        />
        <ErrorNote error={error} />
        {share === null ? null : <Progress value={share * 100} aria-label={t('ui.rich-text.picture')} />}
        <Group>
          <Button loading={share !== null} disabled={!file && !before} onClick={() => void take()}>
            {t(before && !file ? 'ui.save' : 'ui.rich-text.picture-insert')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

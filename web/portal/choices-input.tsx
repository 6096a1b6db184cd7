/** @jsxImportSource preact */
// One or several of a few choices, all in sight.
import { fieldId } from './field.tsx';
import { FieldGroup } from './field-group.tsx';

interface ChoicesInputProps {
  name: string;
  label: string;
  hint?: string;
  fault: string | null;
  optional: boolean;
  several?: boolean;
  choices: { key: string; label: string }[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

export function ChoicesInput({
  name,
  label,
  hint,
  fault,
  optional,
  several,
  choices,
  chosen,
  onChange,
}: ChoicesInputProps) {
  const id = fieldId(name);
  return (
    <FieldGroup id={id} label={label} hint={hint} fault={fault} optional={optional}>
      <div class="kinds">
        {choices.map((choice, at) => (
          <label key={choice.key} class="kind">
            <input
              type={several ? 'checkbox' : 'radio'}
              // The summary of faults leads here.
              id={at === 0 ? id : undefined}
              name={name}
              value={choice.key}
              checked={chosen.includes(choice.key)}
              onChange={(event) => {
                if (!several) return onChange([choice.key]);
                const others = chosen.filter((key) => key !== choice.key);
                onChange(event.currentTarget.checked ? [...others, choice.key] : others);
              }}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

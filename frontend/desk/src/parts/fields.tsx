// What is typed and chosen: each with its label, a hint, and what is wrong with it, said where it is.

import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";

interface About {
  label: string;
  hint?: ComponentChildren;
  /** What is wrong with it. The field is marked, and the sentence read with it. */
  problem?: string | undefined;
}

type Rest<Element extends keyof JSX.IntrinsicElements> = Omit<
  JSX.IntrinsicElements[Element],
  keyof About | "value" | "id"
>;

function useAbout({ hint, problem }: About) {
  const id = useId();
  const told = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ");
  return { id, marks: { "aria-describedby": told || undefined, "aria-invalid": problem ? true : undefined } };
}

function Hint({ id, hint }: { id: string; hint: ComponentChildren }) {
  if (!hint) return null;
  return (
    <p class="hint" id={`${id}-hint`}>
      {hint}
    </p>
  );
}

function Wrong({ id, problem }: { id: string; problem: string | undefined }) {
  if (!problem) return null;
  return (
    <p class="wrong" id={`${id}-problem`}>
      {problem}
    </p>
  );
}

interface Typed extends About {
  value: string;
  change: (value: string) => void;
}

function Around({ id, about, children }: { id: string; about: About; children: ComponentChildren }) {
  return (
    <div class="field">
      <label for={id}>{about.label}</label>
      <Hint id={id} hint={about.hint} />
      {children}
      <Wrong id={id} problem={about.problem} />
    </div>
  );
}

/** One line: text, an address, a day (`type="date"`), a search. */
export function Field({ label, hint, problem, value, change, ...rest }: Typed & Rest<"input">) {
  const { id, marks } = useAbout({ label, hint, problem });
  return (
    <Around id={id} about={{ label, hint, problem }}>
      <input
        type="text"
        autoComplete="off"
        {...rest}
        {...marks}
        id={id}
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
      />
    </Around>
  );
}

/** Several lines. `most`: how many characters fit; counted aloud once it gets tight. */
export function Area({
  label,
  hint,
  problem,
  value,
  change,
  most,
  ...rest
}: Typed & { most?: number } & Rest<"textarea">) {
  const { id, marks } = useAbout({ label, hint, problem });
  return (
    <Around id={id} about={{ label, hint, problem }}>
      <textarea
        rows={3}
        {...rest}
        {...marks}
        id={id}
        value={value}
        onInput={(event) => change(event.currentTarget.value)}
      />
      {most !== undefined && value.length > most * 0.9 && (
        <p class="count" role="status">
          {value.length} / {most}
        </p>
      )}
    </Around>
  );
}

export interface Option {
  value: string;
  label: string;
}

/** One of a list. */
export function Choice({
  label,
  hint,
  problem,
  value,
  change,
  options,
  ...rest
}: Typed & { options: Option[] } & Rest<"select">) {
  const { id, marks } = useAbout({ label, hint, problem });
  return (
    <Around id={id} about={{ label, hint, problem }}>
      <select {...rest} {...marks} id={id} value={value} onChange={(event) => change(event.currentTarget.value)}>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </Around>
  );
}

/** Few things to choose from, all to be seen: several of them, or with `one` exactly one. */
export function Chips({
  label,
  hint,
  problem,
  options,
  chosen,
  change,
  one,
}: About & { options: Option[]; chosen: string[]; change: (chosen: string[]) => void; one?: boolean }) {
  const { id, marks } = useAbout({ label, hint, problem });
  const toggle = (value: string) =>
    change(one ? [value] : chosen.includes(value) ? chosen.filter((was) => was !== value) : [...chosen, value]);
  return (
    <fieldset class="field" aria-describedby={marks["aria-describedby"]}>
      <legend>{label}</legend>
      <Hint id={id} hint={hint} />
      <div class="chips">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type={one ? "radio" : "checkbox"}
              name={id}
              value={option.value}
              checked={chosen.includes(option.value)}
              onChange={() => toggle(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      <Wrong id={id} problem={problem} />
    </fieldset>
  );
}

/** Yes or no. */
export function Check({
  label,
  hint,
  problem,
  checked,
  change,
  disabled,
}: About & { checked: boolean; change: (checked: boolean) => void; disabled?: boolean }) {
  const { id, marks } = useAbout({ label, hint, problem });
  return (
    <div class="field check">
      <label>
        <input
          type="checkbox"
          checked={checked}
          disabled={disabled}
          {...marks}
          onChange={(event) => change(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      <Hint id={id} hint={hint} />
      <Wrong id={id} problem={problem} />
    </div>
  );
}

// The texts of a commitment in every language of the page: beside each other where there is room, else one at a time.

import { useId, useState } from "preact/hooks";
import { Area, Tabs } from "../../parts";
import { language as spoken, t } from "../../words";
import { languages, type One, type Text, textsOf } from "./told";
import { problemAt } from "./typed";
import { useWide } from "./wide";

type Language = ReturnType<typeof languages>[number];

interface Props {
  status: string;
  value: (field: string) => string;
  change: (field: string, value: string) => void;
  problems: { field: string; reason: string }[];
  limits: One["limits"];
}

export function Texts(props: Props) {
  const all = languages();
  const isWide = useWide();
  const own = spoken.get();
  const [shown, show] = useState<Language>(all.includes(own) ? own : (all[0] ?? "en"));
  const wrong = props.problems.find((one) => all.some((code) => one.field.endsWith(`.${code}`)));
  if (isWide || all.length === 1) {
    return (
      <>
        {textsOf(props.status).map((name) => (
          <Row key={name} name={name} {...props} />
        ))}
      </>
    );
  }
  return (
    <>
      {wrong && (
        <p class="wrong">
          {t("commitments-wrong-in", { language: t(`common-language-${wrong.field.split(".")[1] ?? "en"}`) })}
        </p>
      )}
      <Tabs
        label={t("common-language")}
        tabs={all.map((code) => ({ id: code, label: labelOf(code, props) }))}
        chosen={shown}
        choose={show}
      >
        <Column key={shown} code={shown} {...props} />
      </Tabs>
    </>
  );
}

function lacks(code: string, { status, value }: Props): number {
  return textsOf(status).filter((name) => !value(`${name}.${code}`).trim()).length;
}

function labelOf(code: string, props: Props): string {
  const n = lacks(code, props);
  const name = t(`common-language-${code}`);
  return n > 0 ? t("commitments-lacks-in", { language: name, n }) : name;
}

/** One text in every language, side by side. */
function Row({ name, ...props }: Props & { name: Text }) {
  const id = useId();
  return (
    <fieldset class="commitments-row" aria-describedby={id}>
      <legend>{t(`commitments-field-${name}`)}</legend>
      <p class="hint" id={id}>
        {t(`commitments-hint-${name}`, { most: mostOf(name, props) })}
      </p>
      <div class="commitments-languages">
        {languages().map((code) => (
          <Written
            key={code}
            name={name}
            code={code}
            label={languageOf(code, props.value(`${name}.${code}`))}
            {...props}
            hint={undefined}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** A language's name, which also says where nothing is written: above the field, where nothing moves. */
function languageOf(code: string, text: string): string {
  const language = t(`common-language-${code}`);
  return text.trim() ? language : t("commitments-unwritten", { language });
}

/** All texts in one language. */
function Column({ code, ...props }: Props & { code: Language }) {
  return (
    <>
      {textsOf(props.status).map((name) => (
        <Written
          key={name}
          name={name}
          code={code}
          label={t(`commitments-field-${name}`)}
          hint={t(`commitments-hint-${name}`, { most: mostOf(name, props) })}
          {...props}
        />
      ))}
    </>
  );
}

interface WrittenProps extends Props {
  name: Text;
  code: Language;
  label: string;
  hint: string | undefined;
}

function Written({ name, code, label, hint, ...props }: WrittenProps) {
  const { value, change, problems } = props;
  const field = `${name}.${code}`;
  const most = mostOf(name, props);
  const isLine = name === "title";
  return (
    <Area
      label={label}
      hint={hint}
      value={value(field)}
      change={(next) => change(field, isLine ? next.replaceAll("\n", " ") : next)}
      problem={problemAt(problems, field, languages()[0] ?? "en") || tooLong(value(field), most)}
      most={most}
      rows={isLine ? 2 : 4}
      class={isLine ? "commitments-line" : ""}
      lang={code}
      spellcheck
    />
  );
}

const mostOf = (name: Text, { limits }: Props): number => (name === "title" ? limits.title : limits.text);

function tooLong(text: string, most: number): string | undefined {
  const length = text.trim().length;
  return length > most ? t("commitments-too-long", { length, most }) : undefined;
}

// Filters by an account: what it is called is typed, and chosen among those whose names begin so.

import { useEffect, useId, useState } from "preact/hooks";
import { api, told } from "../../api";
import { Field } from "../../parts";
import { t } from "../../words";

const WAIT = 400; // ms after the last key
const LEAST = 2; // letters

interface Known {
  id: string;
  name: string;
}

export function AccountFilter({ choose }: { choose: (account: string) => void }) {
  const [text, set] = useState("");
  const [known, know] = useState<Known[]>([]);
  const id = useId();
  const begins = text.trim();
  useEffect(() => {
    if (begins.length < LEAST) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      told(api.GET("/api/staff/accounts", { params: { query: { begins } }, signal: stop.signal })).then(
        (found) => know(found.items),
        () => {}, // whoever types on asks again
      );
    }, WAIT);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [begins]);
  const change = (value: string) => {
    set(value);
    const found = known.find((one) => one.name === value);
    if (found) choose(found.id);
  };
  return (
    <>
      <Field
        label={t("common-account")}
        value={text}
        change={change}
        list={id}
        placeholder={t("answers-account-begin")}
      />
      <datalist id={id}>
        {known.map((one) => (
          <option key={one.id} value={one.name} />
        ))}
      </datalist>
    </>
  );
}

// One commitment: written in every language by a manager, read by the others.

import { useEffect, useState } from "preact/hooks";
import { api } from "../../api";
import { themeName, who } from "../../me";
import { Facts, Panel, Tabs, View, Wait } from "../../parts";
import { useLoad } from "../../use";
import { day, language, t } from "../../words";
import { Behind } from "./Behind";
import { Publicity } from "./Commitments";
import { Editor } from "./Editor";
import { History } from "./History";
import { Steps } from "./Steps";
import { askedBy, DAY_OF, languages, type One, textsOf, titleOf } from "./told";
import "./commitments.css";

export default function Commitment({ params: { id = "" } }: { params: { id?: string } }) {
  const loaded = useLoad(
    (signal) => api.GET("/api/staff/commitments/{commitment_id}", { params: { path: { commitment_id: id } }, signal }),
    [id],
  );
  const [changed, setChanged] = useState<One>();
  useEffect(() => setChanged(undefined), [loaded.data]);
  const one = changed ?? loaded.data;
  return (
    <View
      title={one ? titleOf(one.line) : t("commitments-one")}
      back={{ to: "/commitments", label: t("commitments-title") }}
      lead={one && who().role !== "viewer" && <Publicity line={one.line} />}
    >
      <Wait on={loaded}>
        {() =>
          one && (
            <>
              {one.may_edit ? (
                <>
                  <Editor one={one} saved={setChanged} />
                  <Steps one={one} changed={setChanged} />
                </>
              ) : (
                <Read one={one} />
              )}
              {who().role !== "viewer" && (
                <>
                  <Behind one={one} moved={loaded.again} />
                  <History id={id} turn={one.state} />
                </>
              )}
            </>
          )
        }
      </Wait>
    </View>
  );
}

function Read({ one }: { one: One }) {
  const [shown, show] = useState<"en" | "de" | "nl">(
    languages().includes(language.get()) ? language.get() : (languages()[0] ?? "en"),
  );
  const line = one.line;
  const dated = DAY_OF[line.status];
  return (
    <>
      <Facts
        facts={[
          [t("common-state"), t(`commitments-status-${line.status}`)],
          [t("common-theme"), line.theme && themeName(line.theme)],
          [t("commitments-asked"), askedBy(line)],
          [t("common-owner"), line.owner],
          [dated ? t(`commitments-field-${dated}`) : "", dated && line[dated] ? day(line[dated]) : ""],
        ]}
      />
      <Panel title={t("commitments-texts")}>
        <Tabs
          label={t("common-language")}
          tabs={languages().map((code) => ({ id: code, label: t(`common-language-${code}`) }))}
          chosen={shown}
          choose={show}
        >
          <dl class="commitments-read">
            {textsOf(line.status).map((name) => (
              <div key={name}>
                <dt>{t(`commitments-field-${name}`)}</dt>
                <dd lang={shown}>{one.texts[name][shown] ?? t("commitments-no-text")}</dd>
              </div>
            ))}
          </dl>
        </Tabs>
      </Panel>
    </>
  );
}

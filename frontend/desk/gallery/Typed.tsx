import { useState } from "preact/hooks";
import { api } from "../src/api";
import { useDraft } from "../src/draft";
import { Area, Check, Chips, Choice, Confirm, Dialog, Done, Field, Form, Panel, Tabs, tell, View } from "../src/parts";
import { useSend } from "../src/use";

// A path no document has: only the tests answer it.
const post = (body: object) => api.POST("/api/staff/gallery" as never, { body } as never) as Promise<{ data?: object }>;
const OPTIONS = [
  { value: "", label: "Please choose" },
  { value: "price", label: "Price" },
  { value: "quality", label: "Quality" },
];

export default function Typed() {
  const [note, setNote, forget] = useDraft("gallery-note", "");
  const [cause, setCause] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const [one, setOne] = useState("price");
  const [sure, setSure] = useState(false);
  const [open, setOpen] = useState(false);
  const [tab, setTab] = useState<"first" | "second">("first");
  const [saved, setSaved] = useState("");
  const save = useSend(post);
  const wrong = save.problem?.field === "note" ? save.problem.reason : undefined;
  return (
    <View title="What is typed" back={{ to: "/gallery", label: "What there is" }}>
      <Form
        label="Save the note"
        sending={save.sending}
        problem={wrong ? undefined : save.problem}
        send={async () => {
          setSaved("");
          if (!(await save.send({ note, cause, chosen, one, sure }))) return;
          forget();
          setSaved("The note is saved.");
        }}
        actions={
          <button type="button" class="second" onClick={() => setOpen(true)}>
            Look first
          </button>
        }
      >
        <Area
          label="Note"
          hint="Whoever looks after the next one reads it first."
          problem={wrong}
          value={note}
          change={setNote}
          most={100}
        />
        <Field label="A day" type="date" value="2026-03-02" change={() => undefined} />
        <Choice label="Cause" options={OPTIONS} value={cause} change={setCause} problem="Please say what was wrong." />
        <Chips label="Reasons" hint="Several fit." options={OPTIONS.slice(1)} chosen={chosen} change={setChosen} />
        <Chips
          label="One of them"
          one
          options={OPTIONS.slice(1)}
          chosen={[one]}
          change={([value = ""]) => setOne(value)}
        />
        <Check label="I am sure" hint="It goes to somebody else." checked={sure} change={setSure} />
        <Done>{saved}</Done>
      </Form>
      <Dialog title="A closer look" open={open} close={() => setOpen(false)}>
        <p>{note || "Nothing was written."}</p>
      </Dialog>
      <Panel title="What cannot be taken back">
        <Confirm
          what="Erase this contact"
          say="Name and words go; the score stays."
          act={async () => {
            await post({ erase: true });
            tell("The contact is erased.");
          }}
        />
      </Panel>
      <Panel title="Parts">
        <Tabs
          label="Parts of it"
          tabs={[
            { id: "first", label: "The first" },
            { id: "second", label: "The second" },
          ]}
          chosen={tab}
          choose={setTab}
        >
          <p>This is the {tab} one.</p>
        </Tabs>
      </Panel>
    </View>
  );
}

import { api } from "../src/api";
import { useQuery } from "../src/location";
import { Empty, Field, More, Table, View } from "../src/parts";
import { usePages, usePolling } from "../src/use";

interface Row {
  id: string;
  name: string;
}

export default function Listed() {
  const [query, setQuery] = useQuery();
  const begins = query.begins ?? "";
  const pages = usePages(
    (after, signal) =>
      api.GET(
        "/api/staff/gallery" as never,
        { params: { query: { after, begins } }, signal } as never,
      ) as unknown as Promise<{
        data?: { items: Row[]; next: string };
      }>,
    [begins],
  );
  usePolling(pages.again, Number(query.every ?? 3600));
  return (
    <View title="A list">
      <Field label="Begins with" type="search" value={begins} change={(value) => setQuery({ begins: value })} />
      {pages.items.length > 0 && (
        <Table
          caption="Names"
          columns={[
            { head: "Name", cell: (row: Row) => row.name },
            { head: "Id", cell: (row: Row) => row.id, number: true },
          ]}
          rows={pages.items}
          rowKey={(row) => row.id}
        />
      )}
      {pages.last && pages.items.length === 0 && <Empty title="Nobody begins with that" />}
      <More pages={pages} />
    </View>
  );
}

import { View } from "../../parts/View";
import { t } from "../../words";

/** No such view, or none for one's role: the page does not tell which. */
export function NotFound() {
  return (
    <View title={t("shell-missing")} lead={t("shell-missing-why")}>
      <p>
        <a href="#/">{t("shell-to-start")}</a>
      </p>
    </View>
  );
}

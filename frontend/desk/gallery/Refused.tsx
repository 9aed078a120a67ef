import { Picture, View } from "../src/parts";
import { REFUSED } from "./pictures";

export default function Refused() {
  return (
    <View title="Pictures that are refused">
      {REFUSED.map((svg) => (
        <Picture key={svg} svg={svg} table={{ columns: [], rows: [] }} />
      ))}
    </View>
  );
}

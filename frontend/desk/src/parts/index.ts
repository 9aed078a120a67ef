// Everything a view is made of, from one place.

export { Confirm } from "./Confirm";
export { Dialog } from "./Dialog";
export { Done, Said, tell } from "./Done";
export { Form } from "./Form";
export { Area, Check, Chips, Choice, Field, type Option } from "./fields";
export { More } from "./More";
export { Panel } from "./Panel";
export { Picture } from "./Picture";
export { Badge, Facts, Figure, Given, groupOf, Person, Quote, Score } from "./small";
export { Empty, Loading, ProblemBox, Wait } from "./states";
export { type Column, Table } from "./Table";
export { Tabs } from "./Tabs";
export { Unfold } from "./Unfold";
export { View } from "./View";

// The desk's own styles; those of a slice come with it. The company's colours stand before them, as /desk/colours.css.
import "./tokens.css";
import "./base.css";
import "./shell.css";
import "./parts.css";
import "./fields.css";

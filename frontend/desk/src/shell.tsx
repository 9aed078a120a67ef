// What stands around every view: the company's name, where one can go, who is signed in, and what went wrong.

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Route, Switch } from "wouter-preact";
import { signIn, signOut } from "./auth";
import { usePath } from "./location";
import type { Me, Role } from "./me";
import { online } from "./online";
import { StatusLine } from "./parts/Done";
import { Unfold } from "./parts/Unfold";
import { routes } from "./routes";
import { settings } from "./settings";
import { NotFound } from "./views/missing/NotFound";
import { LANGUAGES, language, speak, t } from "./words";

interface FrameProps {
  /** Who is signed in; nobody yet on the way in. */
  person?: Me;
  /** Whether their session has ended meanwhile. */
  isOver?: boolean;
  children: ComponentChildren;
}

export function Frame({ person, isOver, children }: FrameProps) {
  const main = useRef<HTMLElement>(null);
  const skip = (event: Event) => {
    event.preventDefault(); // what is behind the # is the view, not a place on the page
    main.current?.focus();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useValidAnchor: it goes to a place on this page, by hand */}
      <a class="skip" href="#main" onClick={skip}>
        {t("shell-skip")}
      </a>
      <header class="top">
        <div class="top-inner">
          <p class="company">{person ? <a href="#/">{settings().company}</a> : settings().company}</p>
          {person ? <Menu person={person} /> : <LanguageChoice />}
        </div>
      </header>
      <Banners isOver={isOver ?? false} />
      <main id="main" tabIndex={-1} ref={main}>
        {children}
      </main>
      <StatusLine />
    </>
  );
}

/** The view of the address. One that is not for one's role is found first, so that no general one takes its place. */
export function Views({ role }: { role: Role }) {
  const [path] = usePath("");
  return (
    <Switch key={path}>
      {routes.map(({ path: of, view: Shown, roles }) => (
        <Route key={of} path={of}>
          {(params) => (roles.includes(role) ? <Shown params={params} /> : <NotFound />)}
        </Route>
      ))}
      <Route>
        <NotFound />
      </Route>
    </Switch>
  );
}

function Menu({ person }: { person: Me }) {
  const [open, set] = useState(false);
  const [path] = usePath("");
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => set(false), [path]);
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    set(false);
    button.current?.focus();
  };
  const shown = routes.filter((route) => route.nav && route.roles.includes(person.role));
  return (
    <>
      <button
        type="button"
        class="bare menu-button"
        ref={button}
        aria-expanded={open}
        aria-controls="menu"
        onClick={() => set(!open)}
      >
        {t("shell-menu")}
      </button>
      <div id="menu" class={open ? "menu open" : "menu"} onKeyDown={onEscape}>
        <nav aria-label={t("shell-nav")}>
          <ul>
            {shown.map((route) => (
              <li key={route.path}>
                <a href={`#${route.path}`} aria-current={isAt(path, route.path) ? "page" : undefined}>
                  {t(route.nav ?? "")}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Unfold class="account" label={person.name || person.email}>
          {() => (
            <>
              <p>
                <b>{person.name || person.email}</b>
                {person.name && <span class="quiet">{person.email}</span>}
                <span class="quiet">{t(`common-role-${person.role}`)}</span>
              </p>
              <LanguageChoice />
              <a href="#/account">{t("account-title")}</a>
              <button type="button" class="second" onClick={() => signOut()}>
                {t("shell-sign-out")}
              </button>
            </>
          )}
        </Unfold>
      </div>
    </>
  );
}

function isAt(path: string, of: string): boolean {
  return path === of || (of !== "/" && path.startsWith(`${of}/`));
}

export function LanguageChoice() {
  const spoken = language.use();
  return (
    <label class="language">
      <span>{t("shell-language")}</span>
      <select
        value={spoken}
        onChange={(event) => {
          const chosen = LANGUAGES.find((one) => one === event.currentTarget.value);
          if (chosen) speak(chosen, { keep: true }).catch(() => online.set(false));
        }}
      >
        {LANGUAGES.map((one) => (
          <option key={one} value={one} lang={one}>
            {t(`common-language-own-${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Banners({ isOver }: { isOver: boolean }) {
  const isOnline = online.use();
  return (
    <div class="banners">
      <div role="status">
        {!isOnline && <p class="banner">{t(navigator.onLine === false ? "shell-offline" : "shell-unreachable")}</p>}
      </div>
      <div role="alert">
        {isOver && (
          <p class="banner">
            <span>{t("shell-over")}</span>
            <button type="button" onClick={() => signIn()}>
              {t("shell-sign-in-again")}
            </button>
          </p>
        )}
      </div>
    </div>
  );
}

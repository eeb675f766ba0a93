package ductus.studio.web;

/** Text in a page of HTML. */
public final class HtmlText {
  private HtmlText() {}

  /** Returns a text so that it stays text in a page, and within quotes. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

package ductus.studio.entry;

import java.util.Locale;

/** A page that leads a browser on, without a redirection. */
final class LeadingPage {
  private LeadingPage() {}

  /** Leads to an address. */
  static String to(String address) {
    return to(address, "");
  }

  /**
   * Leads to an address.
   *
   * @param head more for the head of the page
   */
  static String to(String address, String head) {
    return String.format(
        Locale.ROOT,
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        %s
        <meta http-equiv="refresh" content="0; url=%s">
        <title>Ductus</title>
        <p><a href="%2$s">Open the studio</a></p>
        </html>
        """,
        head,
        address);
  }
}

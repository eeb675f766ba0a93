package ductus.studio.web;

import io.javalin.http.Context;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says that a request is not answered: in JSON to the page, as a page of its own to a person. */
public final class Refusal {
  private static final String NOTHING_RUNS = "default-src 'none'; style-src 'unsafe-inline'";
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>%s · Ductus</title>
      <style>
      body { font: 1.05rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding: 0 1.25rem; }
      h1 { font-family: Palatino, Georgia, serif; font-weight: 600; line-height: 1.2; }
      </style>
      <main>
      <h1>%1$s</h1>
      <p>%s</p>
      %s
      </main>
      </html>
      """;
  private static final String WAY_IN =
      """
      <p>The studio may have been started again since, and has another address then.
      <b>What to do:</b> look at the terminal in which <code>ductus studio</code> runs. It prints a new
      address whenever one was used; open that. Where it does not run any more, start it again: it opens
      the page by itself. Nothing that was kept is lost.</p>
      """;

  private Refusal() {}

  private record ErrorResponse(String error) {}

  /** Answers so. */
  public static void send(Context ctx, int status, @Nullable String why) {
    try {
      ctx.status(status);
      if (isForAPerson(ctx)) {
        ctx.header("Content-Security-Policy", NOTHING_RUNS);
        ctx.html(page(status, String.valueOf(why)));
      } else {
        Json.answer(ctx, new ErrorResponse(String.valueOf(why)));
      }
    } catch (RuntimeException gone) {
      // Nobody is there any more, nor the request. What is thrown here Javalin would handle again,
      // and again, for ever.
      return;
    }
  }

  private static boolean isForAPerson(Context ctx) {
    return ctx.req().getMethod().equals("GET")
        && String.valueOf(ctx.header("Accept")).contains("text/html");
  }

  private static String page(int status, String why) {
    String reason = why.substring(0, 1).toUpperCase(Locale.ROOT) + why.substring(1) + ".";
    return status == 403
        ? String.format(
            Locale.ROOT,
            PAGE,
            "This address does not open the studio",
            HtmlText.escaped(reason),
            WAY_IN)
        : String.format(
            Locale.ROOT, PAGE, "The studio cannot show this", HtmlText.escaped(reason), "");
  }
}

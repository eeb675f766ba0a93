package ductus.studio.entry;

import ductus.studio.web.RequestException;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets in the browser that was opened with a token, and nobody else: no other user of the machine,
 * and no other page of the same browser. Every request must name the secret path, must have the
 * cookie that a token was changed for, must be meant for this host, and must come from this page
 * where it says from where it comes; what changes something must say so, must have the key that the
 * page alone knows, and be JSON of a known length.
 */
public final class Guard {
  /** Longest body of a request, in bytes. */
  public static final long MOST_BYTES = 16L << 20;

  private static final String COOKIE = "ductus";
  private static final String PAGE_KEY = "X-Ductus-Page";
  private static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' blob:; media-src 'self' blob:; object-src 'none';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  private final SecretPath path = new SecretPath();
  private final Secret session = Secret.random();
  private final Secret pageKey = Secret.random();
  private final EntryTokens tokens = new EntryTokens();
  private volatile Set<String> hosts = Set.of();

  /** What everything is served below. */
  public SecretPath path() {
    return path;
  }

  /** What the page has to send with what changes something. */
  public String pageKey() {
    return pageKey.text();
  }

  /** A new token that lets one browser in, once. */
  public String issueToken() {
    return tokens.issue();
  }

  /** Whether a token was not used yet. */
  public boolean isGood(String token) {
    return tokens.isGood(token);
  }

  /** Tells the port; before that nobody is let in. */
  public void serveAt(int port) {
    hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
  }

  /**
   * Checks a request before anything else is done with it.
   *
   * @throws RequestException if it may not pass
   */
  public void check(Context ctx) {
    ctx.header("Content-Security-Policy", CONTENT_POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("X-Frame-Options", "DENY");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    ctx.header("Cache-Control", "no-store");
    if (!hosts.contains(String.valueOf(ctx.header("Host")))) {
      throw new RequestException(403, "the studio answers at 127.0.0.1 and localhost only");
    }
    String origin = ctx.header("Origin");
    if (origin != null && !isOwn(origin)) {
      throw new RequestException(403, "another site may not use the studio");
    }
    if (isEntry(ctx)) {
      letIn(ctx);
      return;
    }
    if (!SecretPath.isInside(ctx.req()) || !hasSession(ctx.req())) {
      throw new RequestException(403, "open the address that ductus studio printed last");
    }
    // The browser says so itself; what a user opens has "none", and old browsers say nothing.
    String site = ctx.header("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      throw new RequestException(403, "another site may not use the studio");
    }
    if (!Set.of("GET", "HEAD").contains(ctx.req().getMethod())) {
      checkChange(ctx, origin);
    }
  }

  /** A browser that only prepares to open the address must not use the token up. */
  private static boolean isEntry(Context ctx) {
    return ctx.req().getMethod().equals("GET")
        && ctx.path().equals("/")
        && ctx.queryParam("token") != null
        && !SecretPath.isInside(ctx.req())
        && ctx.header("Sec-Purpose") == null;
  }

  /**
   * Changes a token for the cookie. What leads on is a page and no redirection: where a file opened
   * the address, a redirection would still come from another site, and have no strict cookie.
   */
  private void letIn(Context ctx) {
    if (!tokens.redeem(ctx.queryParam("token"))) {
      throw new RequestException(
          403, "this address was used already: open the one that ductus studio printed last");
    }
    ctx.cookie(
        new Cookie(COOKIE, session.text(), path.text(), -1, false, true, null, SameSite.STRICT));
    String icon =
        String.format(Locale.ROOT, "<link rel=\"icon\" href=\"%sapp/mark.svg\">", path.text());
    ctx.html(LeadingPage.to(path.text(), icon));
    ctx.skipRemainingHandlers();
  }

  /** Another server of this machine may have set a cookie of the same name: one of them is ours. */
  private boolean hasSession(HttpServletRequest request) {
    jakarta.servlet.http.Cookie[] sent = request.getCookies();
    if (sent == null) {
      return false;
    }
    boolean right = false;
    for (jakarta.servlet.http.Cookie each : sent) {
      right |= each.getName().equals(COOKIE) && session.is(each.getValue());
    }
    return right;
  }

  private void checkChange(Context ctx, @Nullable String origin) {
    if (!ctx.req().getMethod().equals("POST")) {
      throw new RequestException(405, "the studio knows GET and POST only");
    }
    if (origin == null) {
      throw new RequestException(403, "what changes something must say where it comes from");
    }
    if (!pageKey.is(ctx.header(PAGE_KEY))) {
      throw new RequestException(403, "only the studio's own page may change something");
    }
    String type = String.valueOf(ctx.contentType());
    if (!type.equals("application/json") && !type.startsWith("application/json;")) {
      throw new RequestException(415, "what is sent must be JSON");
    }
    long length = ctx.req().getContentLengthLong();
    if (length < 0) {
      throw new RequestException(411, "what is sent must say its length");
    }
    if (length > MOST_BYTES) {
      ctx.header("Connection", "close");
      throw new RequestException(
          413,
          "what is sent must have at most %d MB but has %d"
              .formatted(MOST_BYTES >> 20, length >> 20));
    }
  }

  private boolean isOwn(String origin) {
    return origin.startsWith("http://") && hosts.contains(origin.substring("http://".length()));
  }
}

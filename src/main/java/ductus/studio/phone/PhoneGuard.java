package ductus.studio.phone;

import ductus.studio.entry.Secret;
import ductus.studio.web.RequestException;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Lets one phone in: the first that opens the link, whose token serves once, gets another secret as
 * a cookie. Everything else is refused.
 */
final class PhoneGuard {
  /** Longest picture, in bytes. */
  static final long MOST_BYTES = 15L << 20;

  private static final String COOKIE = "ductus-phone";
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final Secret token = Secret.random();
  private final Secret session = Secret.random();
  private final AtomicBoolean used = new AtomicBoolean();
  private volatile String host = "";

  /** Tells the address and port that requests must be meant for. */
  void serveAt(String addressAndPort) {
    host = addressAndPort;
  }

  /** The path that lets the first one in. */
  String path() {
    return "/" + token.text();
  }

  /** Whether somebody has come in. */
  boolean isUsed() {
    return used.get();
  }

  /**
   * Checks a request before anything else is done with it.
   *
   * @throws RequestException if it may not pass
   */
  void check(Context ctx) {
    ctx.header("Content-Security-Policy", CONTENT_POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Cache-Control", "no-store");
    if (!host.equals(ctx.header("Host"))) {
      throw new RequestException(403, "this address is for one phone only");
    }
    boolean reads = Set.of("GET", "HEAD").contains(ctx.req().getMethod());
    if (reads && token.is(ctx.path().substring(1))) {
      enter(ctx);
      return;
    }
    if (!session.is(ctx.cookie(COOKIE))) {
      throw new RequestException(403, "open the link that the studio shows");
    }
    if (!reads) {
      checkPicture(ctx);
    }
  }

  private void enter(Context ctx) {
    if (!used.compareAndSet(false, true)) {
      // A phone that reloads its first address is still the one that was let in.
      if (!session.is(ctx.cookie(COOKIE))) {
        throw new RequestException(410, "this link was used already: make a new one in the studio");
      }
    }
    ctx.cookie(new Cookie(COOKIE, session.text(), "/", -1, false, true, null, SameSite.STRICT));
    ctx.redirect("/");
    ctx.skipRemainingHandlers();
  }

  private void checkPicture(Context ctx) {
    if (!ctx.req().getMethod().equals("POST")) {
      throw new RequestException(405, "only GET and POST are known");
    }
    if (!("http://" + host).equals(ctx.header("Origin"))) {
      throw new RequestException(403, "another site may not send pictures");
    }
    if (!"application/octet-stream".equals(ctx.contentType())) {
      throw new RequestException(415, "a picture must be sent as bytes");
    }
    long length = ctx.req().getContentLengthLong();
    if (length < 1 || length > MOST_BYTES) {
      ctx.header("Connection", "close");
      throw new RequestException(
          413, "a picture must have 1 byte to %d MB".formatted(MOST_BYTES >> 20));
    }
  }
}

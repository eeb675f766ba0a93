package ductus.studio.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets in the browser that was opened with the token, and nobody else: no other user of the
 * machine, and no other page of the same browser. Every request must have the cookie that the token
 * was changed for, must be meant for this host, and must come from this page where it says from
 * where it comes; what changes something must say so, and be JSON of a known length.
 */
public final class Guard {
  /** Longest body of a request, in bytes. */
  public static final long MOST_BYTES = 16L << 20;

  private static final int TOKEN_BYTES = 16;
  private static final String CONTENT_POLICY =
      "default-src 'self'; img-src 'self' blob:; media-src 'self' blob:; object-src 'none';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final String token;
  private volatile Set<String> hosts = Set.of();
  private volatile String cookie = "";

  /** A guard with a new token, which lets nobody in before it knows its port. */
  public Guard() {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    token = HexFormat.of().formatHex(random);
  }

  /** What the first address must have. */
  public String token() {
    return token;
  }

  /** Tells the port. Cookies know none, so theirs is in the name of this one. */
  public void serveAt(int port) {
    cookie = "ductus-" + port;
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
    boolean reads = Set.of("GET", "HEAD").contains(ctx.req().getMethod());
    if (reads && isSame(token, ctx.queryParam("token"))) {
      ctx.cookie(new Cookie(cookie, token, "/", -1, false, true, null, SameSite.STRICT));
      ctx.redirect("/");
      ctx.skipRemainingHandlers();
      return;
    }
    if (!isSame(token, ctx.cookie(cookie))) {
      throw new RequestException(
          403, "open the address that ductus studio printed, with its token");
    }
    if (!reads) {
      checkChange(ctx, origin);
    }
  }

  private static void checkChange(Context ctx, @Nullable String origin) {
    if (!ctx.req().getMethod().equals("POST")) {
      throw new RequestException(405, "the studio knows GET and POST only");
    }
    if (origin == null) {
      throw new RequestException(403, "what changes something must say where it comes from");
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

  /** Whether a given secret is right, told in a time that does not tell how much of it is. */
  private static boolean isSame(String secret, @Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}

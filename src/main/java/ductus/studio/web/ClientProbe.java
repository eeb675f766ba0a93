package ductus.studio.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * Whether the client of a request still waits for its answer. Nobody reads from a connection whose
 * request waits, so that its end is noticed only by writing: an interim answer (102, RFC 2518,
 * 10.1), which clients pass over. The first one that is written to a client that has left goes
 * well; its system says then that nobody is there, and the second one fails.
 *
 * @param ctx the request, of whose answer nothing was written yet
 */
public record ClientProbe(Context ctx) implements BooleanSupplier {
  private static final int PROCESSING = 102;
  private static final int WRITES = 2;

  @Override
  public boolean getAsBoolean() {
    if (!ctx.req().getProtocol().equals("HTTP/1.1")) {
      // Older clients know no interim answers.
      return true;
    }
    try {
      for (int write = 0; write < WRITES; write++) {
        ctx.res().sendError(PROCESSING);
      }
      return true;
    } catch (IOException gone) {
      return false;
    }
  }
}

package ductus.studio.web;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import ductus.file.BadFileException;
import io.javalin.http.Context;

/** Records as the JSON of requests and answers. */
public final class Json {
  // Characters that HTML knows are escaped, should an answer ever be taken for a page.
  private static final Gson GSON = new GsonBuilder().create();

  private Json() {}

  /** Answers with a record. */
  public static void answer(Context ctx, Object content) {
    ctx.contentType("application/json; charset=utf-8").result(GSON.toJson(content));
  }

  /** A record as one line, for an event. */
  public static String line(Object content) {
    return GSON.toJson(content);
  }

  /**
   * The record that a request holds. What it does not name is null or zero, unless the record's own
   * checks object.
   *
   * @throws RequestException if it is none
   */
  public static <T> T read(Context ctx, Class<T> type) {
    try {
      T content = GSON.fromJson(ctx.body(), type);
      if (content == null) {
        throw new RequestException(400, "the request is empty");
      }
      return content;
    } catch (JsonParseException broken) {
      throw unexpected();
    } catch (IllegalArgumentException | RequestException unfit) {
      throw unfit;
    } catch (RuntimeException invalid) {
      // Gson wraps what a record's own checks say, and its stumbling over a null in a list.
      Throwable cause = BadFileException.innermostCause(invalid);
      if (cause instanceof IllegalArgumentException unfit) {
        throw unfit;
      }
      throw unexpected();
    }
  }

  private static RequestException unexpected() {
    return new RequestException(400, "the request is not JSON as it is expected here");
  }

  /** The parameter of an address; a refusal if it is missing. */
  public static String parameter(Context ctx, String name) {
    String value = ctx.queryParam(name);
    if (value == null) {
      throw new RequestException(400, "the address lacks " + name);
    }
    return value;
  }
}

package ductus.file;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes Gson refuse JSON that lacks a component of a record, rather than leave null or zero in it.
 * Components that are {@link Nullable} may be missing, and so may those for which the record's
 * constructor has a value of its own.
 */
final class RequiredFields implements TypeAdapterFactory {
  private static final Pattern PATH = Pattern.compile("path \\$\\.?([^ \\n]*)");

  /** A field that is missing, or is not what it must be. */
  static final class FieldException extends JsonParseException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    private FieldException(String field, String reason) {
      super(field.isEmpty() ? reason : field + " " + reason);
      this.field = field;
      this.reason = reason;
    }

    /** Returns this complaint with the field's path from further out. */
    private FieldException within(String outer) {
      String between = outer.isEmpty() || field.isEmpty() || field.startsWith("[") ? "" : ".";
      return new FieldException(outer + between + field, reason);
    }
  }

  @Override
  public <T> @Nullable TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
    if (!type.getRawType().isRecord()) {
      return null;
    }
    TypeAdapter<T> plain = gson.getDelegateAdapter(this, type);
    TypeAdapter<JsonElement> elements = gson.getAdapter(JsonElement.class);
    RecordComponent[] components = type.getRawType().getRecordComponents();
    return new TypeAdapter<>() {
      @Override
      public void write(JsonWriter out, T value) throws IOException {
        plain.write(out, value);
      }

      @Override
      public @Nullable T read(JsonReader in) throws IOException {
        String place = in.getPath().replaceFirst("^\\$\\.?", "");
        JsonElement json = elements.read(in);
        try {
          return json.isJsonNull() ? null : checked(plain, components, json);
        } catch (FieldException unfit) {
          throw unfit.within(place);
        }
      }
    };
  }

  private static <T> T checked(
      TypeAdapter<T> plain, RecordComponent[] components, JsonElement json) {
    if (!json.isJsonObject()) {
      throw new FieldException("", "must be an object: { ... }");
    }
    for (RecordComponent component : components) {
      if (component.getType().isPrimitive() && isMissing(component, json)) {
        throw new FieldException(component.getName(), "is missing");
      }
    }
    T made = made(plain, components, json);
    for (RecordComponent component : components) {
      if (value(component, made) == null
          && !(isOptional(component) && isMissing(component, json))) {
        throw new FieldException(
            component.getName(),
            isMissing(component, json)
                ? "is missing"
                : "cannot be " + json.getAsJsonObject().get(component.getName()));
      }
    }
    return made;
  }

  private static <T> T made(TypeAdapter<T> plain, RecordComponent[] components, JsonElement json) {
    try {
      return plain.fromJsonTree(json);
    } catch (FieldException deeper) {
      throw deeper;
    } catch (JsonParseException unfit) {
      Matcher path = PATH.matcher(String.valueOf(unfit.getMessage()));
      throw new FieldException(path.find() ? path.group(1) : "", "is not as expected");
    } catch (RuntimeException refused) {
      if (BadFileException.innermostCause(refused) instanceof NullPointerException) {
        for (RecordComponent component : components) {
          if (!isOptional(component) && isMissing(component, json)) {
            throw new FieldException(component.getName(), "is missing");
          }
        }
      }
      throw refused;
    }
  }

  private static boolean isOptional(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static boolean isMissing(RecordComponent component, JsonElement json) {
    JsonElement field = json.getAsJsonObject().get(component.getName());
    return field == null || field.isJsonNull();
  }

  private static @Nullable Object value(RecordComponent component, Object made) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(made);
    } catch (ReflectiveOperationException unreadable) {
      throw new IllegalStateException(component + " cannot be read", unreadable);
    }
  }
}

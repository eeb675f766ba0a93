package ductus.file;

import com.google.gson.Gson;
import com.google.gson.TypeAdapter;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import ductus.file.RequiredFields.FieldException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads records as {@link RequiredFields} has it, field by field; writes them as Gson does. */
final class RecordAdapter<T> extends TypeAdapter<T> {
  private final TypeAdapter<T> plain;
  private final boolean numbersToo;
  private final Constructor<?> constructor;
  private final List<RecordField> fields;
  private final Map<String, Integer> places = new HashMap<>();

  RecordAdapter(Gson gson, TypeToken<T> type, TypeAdapter<T> plain, boolean numbersToo) {
    this.plain = plain;
    this.numbersToo = numbersToo;
    RecordComponent[] components = type.getRawType().getRecordComponents();
    Class<?>[] kinds =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      constructor = type.getRawType().getDeclaredConstructor(kinds);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException none) {
      throw new IllegalStateException(type + " has no canonical constructor", none);
    }
    fields = Arrays.stream(components).map(each -> RecordField.of(gson, type, each)).toList();
    for (int i = 0; i < fields.size(); i++) {
      for (String name : fields.get(i).names()) {
        places.put(name, i);
      }
    }
  }

  @Override
  public void write(JsonWriter out, T value) throws IOException {
    plain.write(out, value);
  }

  @Override
  public @Nullable T read(JsonReader in) throws IOException {
    String path = in.getPath();
    if (in.peek() == JsonToken.NULL) {
      in.nextNull();
      return null;
    }
    if (in.peek() != JsonToken.BEGIN_OBJECT) {
      throw new FieldException(path, "must be an object: { ... }");
    }
    @Nullable Object[] values = new @Nullable Object[fields.size()];
    in.beginObject();
    while (in.hasNext()) {
      Integer place = places.get(in.nextName());
      if (place == null) {
        in.skipValue();
      } else {
        values[place] = fields.get(place).read(in);
      }
    }
    in.endObject();
    if (numbersToo) {
      requireAll(path, values, RecordField::isPrimitive);
    }
    T made = made(path, values);
    requireAll(path, values, field -> !field.isOptional() && field.of(made) == null);
    return made;
  }

  /** Complains about the first value that is missing of those that must be there. */
  private void requireAll(String path, @Nullable Object[] values, Predicate<RecordField> required) {
    requireAll(path, values, required, "");
  }

  private void requireAll(
      String path, @Nullable Object[] values, Predicate<RecordField> required, String more) {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null && required.test(fields.get(i))) {
        throw new FieldException(path + "." + fields.get(i).name(), "is missing" + more);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private T made(String path, @Nullable Object[] values) {
    @Nullable Object[] arguments = values.clone();
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = arguments[i] == null ? fields.get(i).nothing() : arguments[i];
    }
    try {
      return (T) constructor.newInstance(arguments);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof NullPointerException) {
        requireAll(path, values, field -> !field.isOptional());
      }
      if (refused.getCause() instanceof IllegalArgumentException complaint) {
        // It is more likely about the zero that stands for the number than about what is there.
        requireAll(path, values, RecordField::isPrimitive, ": " + complaint.getMessage());
      }
      if (refused.getCause() instanceof RuntimeException complaint) {
        throw complaint;
      }
      throw new IllegalStateException(refused);
    } catch (ReflectiveOperationException unusable) {
      throw new IllegalStateException(unusable);
    }
  }
}

package ductus.task.handwriting.training;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Folders in JSON; files of old have one folder, without a list. */
final class FolderNames extends TypeAdapter<List<String>> {
  @Override
  public List<String> read(JsonReader in) throws IOException {
    List<String> folders = new ArrayList<>();
    if (in.peek() == JsonToken.STRING) {
      folders.add(in.nextString());
      return folders;
    }
    in.beginArray();
    while (in.hasNext()) {
      folders.add(in.nextString());
    }
    in.endArray();
    return folders;
  }

  @Override
  public void write(JsonWriter out, List<String> folders) throws IOException {
    out.beginArray();
    for (String folder : folders) {
      out.value(folder);
    }
    out.endArray();
  }
}

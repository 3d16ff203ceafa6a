//! Puts a form of Defra into the words that the reader of XGov knows, as far as both mean the same: names of lists for
//! their ids, Markdown as HTML, sizes where they are looked for. Nothing is lost by it.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value, json};

use super::{markdown, template};
use crate::xgov::{array, text_of};

/// Keys of a page or a component under which texts stand.
const TEXTS: &[&str] = &["title", "content", "hint", "shortDescription"];

/// Does it. `by_order`: the form is one whose pages stand in the order in which they are asked.
pub(super) fn prepare(root: &mut Value, by_order: bool) {
    let names = name_lists(root);
    let fields = fields(root);
    let Some(pages) = root.get_mut("pages").and_then(Value::as_array_mut) else {
        return;
    };
    for page in pages {
        if by_order {
            texts(page, &fields);
            if let Some(config) = page.get_mut("config").and_then(Value::as_object_mut) {
                config.values_mut().for_each(|value| expand(value, &fields));
            }
        }
        let components = page.get_mut("components").and_then(Value::as_array_mut);
        for component in components.into_iter().flatten() {
            if by_order {
                texts(component, &fields);
            }
            prepare_component(component, &names, by_order);
        }
    }
}

/// The names of all fields.
fn fields(root: &Value) -> HashSet<String> {
    let components = array(root, "pages").iter().flat_map(|page| array(page, "components"));
    components
        .filter_map(|component| Some(text_of(component, "name")?.to_owned()))
        .collect()
}

fn texts(holder: &mut Value, fields: &HashSet<String>) {
    for key in TEXTS {
        if let Some(value) = holder.get_mut(*key) {
            expand(value, fields);
        }
    }
}

fn expand(value: &mut Value, fields: &HashSet<String>) {
    if let Value::String(text) = value {
        *text = template::expand(text, fields);
    }
}

/// Gives each list a name of its own, and says which name belongs to which id. Hints of options are plain texts after.
fn name_lists(root: &mut Value) -> HashMap<String, String> {
    let mut names = HashMap::new();
    let lists = root.get_mut("lists").and_then(Value::as_array_mut);
    for list in lists.into_iter().flatten() {
        let id = text_of(list, "id").map(str::to_owned);
        let name = ["name", "title", "id"].iter().find_map(|key| text_of(list, key));
        let Some(name) = name.map(str::to_owned) else { continue };
        if let Some(items) = list.get_mut("items").and_then(Value::as_array_mut) {
            items.iter_mut().for_each(plain_hint);
        }
        if let Some(list) = list.as_object_mut() {
            list.insert("name".to_owned(), json!(name));
        }
        if let Some(id) = id {
            names.insert(id, name);
        }
    }
    names
}

/// `hint: { id, text }` as `hint: text`.
fn plain_hint(holder: &mut Value) {
    let text = holder.get("hint").and_then(|hint| hint.get("text")).cloned();
    if let (Some(text), Some(holder)) = (text, holder.as_object_mut()) {
        holder.insert("hint".to_owned(), text);
    }
}

fn prepare_component(component: &mut Value, names: &HashMap<String, String>, by_order: bool) {
    plain_hint(component);
    let kind = text_of(component, "type").unwrap_or_default().to_owned();
    let list = text_of(component, "list").and_then(|list| names.get(list)).cloned();
    let Some(map) = component.as_object_mut() else { return };
    if let Some(list) = list {
        map.insert("list".to_owned(), json!(list));
    }
    // An early form of the builder wrote options in place.
    if let Some(Value::Array(items)) = map.get("options").cloned() {
        map.insert("values".to_owned(), json!({ "items": items }));
        map.insert("options".to_owned(), json!({}));
    }
    match kind.as_str() {
        "Radios" | "Checkboxes" | "Select" | "Autocomplete" => {
            map.insert("type".to_owned(), json!(format!("{kind}Field")));
        }
        "Markdown" => {
            as_html(map);
            map.insert("type".to_owned(), json!("Html"));
        }
        "DeclarationField" => as_html(map),
        "NotificationBanner" => banner(map),
        "TextField" => exact_length(map),
        "FileUploadField" if by_order => number_of_files(map),
        _ => {}
    }
}

fn as_html(map: &mut Map<String, Value>) {
    if let Some(Value::String(content)) = map.get_mut("content") {
        *content = markdown::to_html(content);
    }
}

/// A banner says something under a heading.
fn banner(map: &mut Map<String, Value>) {
    as_html(map);
    let heading = map.get("options").and_then(|options| text_of(options, "heading"));
    let heading = heading.map(|heading| format!("<h2>{heading}</h2>")).unwrap_or_default();
    let content = map.get("content").and_then(Value::as_str).unwrap_or_default();
    let html = format!("{heading}{content}");
    map.insert("content".to_owned(), json!(html));
    map.insert("type".to_owned(), json!("Html"));
}

/// A length is the least and the most.
fn exact_length(map: &mut Map<String, Value>) {
    let Some(Value::Object(schema)) = map.get_mut("schema") else {
        return;
    };
    let Some(length) = schema
        .get("length")
        .filter(|length| crate::xgov::number(length).is_some())
    else {
        return;
    };
    let length = length.clone();
    schema.insert("min".to_owned(), length.clone());
    schema.insert("max".to_owned(), length);
}

/// How many files there may be stands where the reader of XGov looks for it. Where nothing is said, several may come.
fn number_of_files(map: &mut Map<String, Value>) {
    let schema = map.get("schema");
    let most = schema.and_then(|schema| schema.get("length").or_else(|| schema.get("max")));
    let most = most.filter(|most| crate::xgov::number(most).is_some()).cloned();
    let fewest = schema
        .and_then(|schema| schema.get("length").or_else(|| schema.get("min")))
        .cloned();
    let options = map.entry("options").or_insert_with(|| json!({}));
    if let Some(options) = options.as_object_mut() {
        match most {
            Some(most) => options.insert("dropzoneConfig".to_owned(), json!({ "maxFiles": most })),
            None => options.insert("multiple".to_owned(), json!(true)),
        };
        if let Some(fewest) = fewest {
            options.insert("fewestFiles".to_owned(), fewest);
        }
    }
}

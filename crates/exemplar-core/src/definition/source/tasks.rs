//! `tasks/NAME.yaml` completes an entry of the task list. That the entry stands there, and in which order, is for
//! service.yaml alone to say.

use super::{Findings, Key, Node, Place, What, read_yaml};

/// Puts what stands in the file under its entry.
pub(super) fn complete(root: &mut Node, name: &str, path: &str, text: &str, findings: &mut Findings) {
    let Some(node) = read_yaml(path, text, findings) else {
        return;
    };
    let whole = Place {
        line: 1,
        column: 1,
        length: 1,
        ..node.place
    };
    let Some(entry) = get_mut(root, "tasks").and_then(|tasks| get_mut(tasks, name)) else {
        findings.error(
            whole,
            "unknown_task",
            format!("service.yaml has no task \"{name}\"."),
            format!("Write it there under tasks, with its title: {name}: {{ title: ... }}."),
        );
        return;
    };
    if matches!(entry.what, What::Nothing) {
        entry.what = What::Map(Vec::new());
    }
    let (What::Map(own), What::Map(more)) = (&mut entry.what, node.what) else {
        findings.error(
            whole,
            "wrong_form",
            "Keys of a task are needed here, and in service.yaml.",
            "Its keys are title, when, needs, why, law, questions.",
        );
        return;
    };
    for (key, node) in more {
        match own.iter().find(|(known, _)| known.text == key.text) {
            Some(_) => twice(&key, path, findings),
            None => own.push((key, node)),
        }
    }
}

fn twice(key: &Key, path: &str, findings: &mut Findings) {
    findings.error(
        key.place,
        "twice",
        format!("\"{}\" stands in service.yaml and in {path}.", key.text),
        "Keep it in one of the two.",
    );
}

fn get_mut<'n>(node: &'n mut Node, key: &str) -> Option<&'n mut Node> {
    match &mut node.what {
        What::Map(entries) => entries
            .iter_mut()
            .find(|(found, _)| found.text == key)
            .map(|(_, node)| node),
        _ => None,
    }
}

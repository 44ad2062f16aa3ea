package enum

import "strings"

// NotOneOf says that a text is not one of some names, in the words that follow it: "is
// not a channel; write phone, email or portal". What is the noun, without an article.
func NotOneOf(what string, names []string) string {
	article := "a "
	if what != "" && strings.Contains("aeiou", what[:1]) && !strings.HasPrefix(what, "uni") {
		article = "an "
	}
	return "is not " + article + what + "; write " + Either(names)
}

// Some is [Either] of names of which there can be many: of more than most it lists the
// first, at least one, and says that there are others: "phone, email, …".
func Some(names []string, most int) string {
	if most = max(most, 1); len(names) > most {
		return strings.Join(names[:most], ", ") + ", …"
	}
	return Either(names)
}

// Either lists names as alternatives: "phone, email or portal"; "phone" if there is one,
// and nothing if there is none.
func Either(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

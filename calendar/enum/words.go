package enum

import "strings"

// NotOneOf says that a text is not one of some names, in words that follow the text:
// "is not a channel; write phone, email or portal". The parameter what is the noun,
// without an article.
func NotOneOf(what string, names []string) string {
	article := "a "
	if what != "" && strings.Contains("aeiou", what[:1]) && !strings.HasPrefix(what, "uni") {
		article = "an "
	}
	return "is not " + article + what + "; write " + Either(names)
}

// Some is [Either] for names that can be many: if there are more than most, it lists
// only that many, at least one, and shows that there are others: "phone, email, …".
func Some(names []string, most int) string {
	if most = max(most, 1); len(names) > most {
		return strings.Join(names[:most], ", ") + ", …"
	}
	return Either(names)
}

// Either lists names as alternatives: "phone, email or portal". A single name stands
// alone, and without names the result is empty.
func Either(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

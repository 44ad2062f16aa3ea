package document_test

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A validator validates values against a JSON Schema, as far as the document's own
// goes: it knows the words that stand there and refuses any other.
type validator struct {
	root map[string]any
}

// wrong returns what is wrong with a value, or "".
func (v validator) wrong(schema map[string]any, value any, place string) string {
	for word, want := range schema {
		if why := v.word(schema, word, want, value, place); why != "" {
			return why
		}
	}
	return ""
}

func (v validator) word(schema map[string]any, word string, want, value any, place string) string {
	object, isObject := value.(map[string]any)
	list, isList := value.([]any)
	text, isText := value.(string)
	n, isNumber := value.(float64)
	switch word {
	case "$schema", "$defs", "title", "description", "format", "required":
		if word == "required" && isObject {
			for _, name := range want.([]any) {
				if _, ok := object[name.(string)]; !ok {
					return place + ": lacks " + name.(string)
				}
			}
		}
	case "$ref":
		name := strings.TrimPrefix(want.(string), "#/$defs/")
		target, ok := v.root["$defs"].(map[string]any)[name].(map[string]any)
		if !ok {
			return "no definition " + name
		}
		return v.wrong(target, value, place)
	case "type":
		_, isBool := value.(bool)
		ok := map[string]bool{"object": isObject, "array": isList, "string": isText, "boolean": isBool, "integer": isNumber && n == math.Trunc(n)}[want.(string)]
		if !ok {
			return place + ": is no " + want.(string)
		}
	case "enum":
		if slices.Contains(want.([]any), value) {
			return ""
		}
		return fmt.Sprintf("%s: %v is none of %v", place, value, want)
	case "const":
		if want != value {
			return place + ": is not the constant"
		}
	case "minLength":
		if isText && float64(utf8.RuneCountInString(text)) < want.(float64) {
			return place + ": is too short"
		}
	case "pattern":
		if isText && !regexp.MustCompile(want.(string)).MatchString(text) {
			return place + ": does not match"
		}
	case "minItems":
		if isList && float64(len(list)) < want.(float64) {
			return place + ": has too few"
		}
	case "maxItems":
		if isList && float64(len(list)) > want.(float64) {
			return place + ": has too many"
		}
	case "minimum":
		if isNumber && n < want.(float64) {
			return place + ": is too small"
		}
	case "maximum":
		if isNumber && n > want.(float64) {
			return place + ": is too great"
		}
	case "maxProperties":
		if isObject && float64(len(object)) > want.(float64) {
			return place + ": has too many"
		}
	case "items":
		for i, one := range list {
			if why := v.wrong(want.(map[string]any), one, fmt.Sprintf("%s[%d]", place, i)); why != "" {
				return why
			}
		}
	case "propertyNames":
		for name := range object {
			if why := v.wrong(want.(map[string]any), name, place+"."+name); why != "" {
				return why
			}
		}
	case "properties":
		for name, one := range want.(map[string]any) {
			if got, ok := object[name]; ok {
				if why := v.wrong(one.(map[string]any), got, place+"."+name); why != "" {
					return why
				}
			}
		}
	case "additionalProperties":
		known, _ := schema["properties"].(map[string]any)
		for name, got := range object {
			if _, ok := known[name]; ok {
				continue
			}
			if want == false {
				return place + ": knows no " + name
			}
			if why := v.wrong(want.(map[string]any), got, place+"."+name); why != "" {
				return why
			}
		}
	case "anyOf":
		var all []string
		for _, one := range want.([]any) {
			why := v.wrong(one.(map[string]any), value, place)
			if why == "" {
				return ""
			}
			all = append(all, why)
		}
		return place + ": is none of: " + strings.Join(all, "; ")
	default:
		return "the schema has a word that is not known here: " + word
	}
	return ""
}

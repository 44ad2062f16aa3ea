package document

import (
	"strings"

	"github.com/slaclock/slaclock/calendar"
)

// An hourSchema describes a field of a calendar.Config.
type hourSchema struct{ name, schema, doc string }

// hourSchemas describes the fields of a calendar.Config that a row of calendars takes over
// unchanged, in the order of hourFields.
func hourSchemas() []hourSchema {
	all := map[string]hourSchema{
		"week":             {schema: ref("week"), doc: "the windows of each day of the week"},
		"changes":          {schema: `{"type":"array","items":{"type":"object","properties":{"from":` + ref("date") + `,"week":` + ref("week") + `},"required":["from","week"],"additionalProperties":false}}`, doc: "weeks that replace week from a date on"},
		"estimated":        {schema: `{"type":"boolean"}`, doc: "the years of the region too whose holidays are only estimated"},
		"holidays":         {schema: `{"type":"array","items":{"anyOf":[` + ref("date") + `,{"type":"object","properties":{"date":` + ref("date") + `,"name":{"type":"string"},"actual":` + ref("date") + `},"required":["date"],"additionalProperties":false}]}}`, doc: "days off besides those of region"},
		"workdays":         {schema: `{"type":"array","items":` + ref("date") + `}`, doc: "dates on which the holidays of region do not apply"},
		"special":          {schema: `{"type":"object","propertyNames":` + ref("date") + `,"additionalProperties":` + ref("windows") + `}`, doc: "dates with windows of their own, or none"},
		"holidays_from":    {schema: ref("date"), doc: "the first date on which holidays are known"},
		"holidays_through": {schema: ref("date"), doc: "the last date on which holidays are known"},
		"regular_day":      {schema: `{"type":"string","pattern":"^[-+]?([0-9]+(\\.[0-9]*)?(ns|us|[µμ]s|ms|s|m|h))+$"}`, doc: "the working time of a regular day, where days differ"},
	}
	var list []hourSchema
	for _, name := range hourFields() {
		h := all[name] // a test finds fields of package calendar that are missing here
		h.name = name
		list = append(list, h)
	}
	return list
}

// sharedSchemas returns the schemas of what other packages read, by name.
func sharedSchemas() map[string]string {
	object := func(properties string, required ...string) string {
		schema := `{"type":"object","properties":{` + properties + `},"additionalProperties":false`
		if required != nil {
			schema += `,"required":["` + strings.Join(required, `","`) + `"]`
		}
		return schema + `}`
	}
	days := `"mon","tue","wed","thu","fri","sat","sun"`
	var week []string
	for day := range strings.SplitSeq(days, ",") {
		week = append(week, day+`:`+ref("windows"))
	}
	const (
		text    = `{"type":"string"}`
		name    = `{"type":"string","minLength":1}`
		texts   = `{"type":"array","items":{"type":"string"}}`
		whole   = `{"type":"integer"}`
		boolean = `{"type":"boolean"}`
		scope   = `"within":{"type":"integer"},"group":{"type":"integer"},"stable":{"type":"boolean"}`
	)
	units := make([]string, 0, 4)
	for u := calendar.Days; u <= calendar.Years; u++ {
		units = append(units, u.String())
	}
	unit := `{"enum":["` + strings.Join(units, `","`) + `"]}`
	end := ref("end")
	list := `{"type":"array","items":` + end + `,"minItems":1}`
	kinds := []string{
		object(`"successor":`+object(`"n":`+whole+`,`+scope, "n"), "successor"),
		object(`"current":`+object(scope), "current"),
		object(`"latest":`+object(`"n":`+whole+`,"between":`+boolean+`,`+scope, "n"), "latest"),
		object(`"given":`+object(`"name":`+name+`,"else":`+end, "name"), "given"),
		object(`"end_of":`+text, "end_of"),
		object(`"plus":`+object(`"of":`+end+`,"n":`+whole+`,"unit":`+unit+`,"overflow":`+boolean, "of", "n", "unit"), "plus"),
		object(`"plus_number":`+object(`"of":`+end+`,"name":`+name+`,"else":`+whole+`,"unit":`+unit, "of", "name", "else", "unit"), "plus_number"),
		object(`"align":`+object(`"of":`+end+`,"to":{"anyOf":[{"enum":["month_end","year_end"]},`+object(`"day":`+whole, "day")+`,`+
			object(`"nth":`+whole+`,"weekday":{"enum":[`+days+`]}`, "nth", "weekday")+`]},"next":`+boolean, "of", "to"), "align"),
		object(`"later":`+list, "later"),
		object(`"earlier":`+list, "earlier"),
		object(`"cases":{"type":"array","minItems":1,"items":`+object(`"from":`+ref("date")+`,"before":`+ref("date")+`,"end":`+end, "end")+`}`, "cases"),
		object(`"held":`+object(`"rank":`+whole+`,"then":`+end+`,"else":`+end+`,`+scope, "rank", "then", "else"), "held"),
	}
	return map[string]string{
		"date":    `{"type":"string","pattern":"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}`,
		"clock":   `{"type":"string","pattern":"^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$"}`,
		"windows": `{"type":"array","items":{"type":"array","items":` + ref("clock") + `,"minItems":2,"maxItems":2}}`,
		"week":    object(strings.Join(week, ",")),
		"end":     `{"anyOf":[{"enum":["own","unending"]},` + strings.Join(kinds, ",") + `]}`,
		"stage":   object(`"name":`+name+`,"end":`+end+`,"services":`+texts+`,"without":`+texts, "name", "end"),
		"rule": object(`"stages":{"type":"array","minItems":1,"items":` + ref("stage") + `},"rest":` + object(`"name":`+name+`,"services":`+texts+`,"without":`+texts) +
			`,"support":` + end + `,"extension":` + object(`"end":`+end+`,"name":`+name+`,"services":`+texts, "end") + `,"clause":` + text),
		"scheme": object(`"service_words":` + texts + `,"prereleases":` + boolean),
	}
}

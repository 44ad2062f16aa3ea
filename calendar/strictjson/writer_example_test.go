package strictjson_test

import (
	"fmt"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// A line for each ticket, in one slice.
func ExampleWriter() {
	var b []byte
	for i, id := range []string{"T-1", "T-2"} {
		w := strictjson.NewWriter(b)
		w.OpenObject()
		w.Name("id").Text(id)
		w.Name("rounds").OpenArray()
		for round := range i + 1 {
			w.Int(round + 1)
		}
		w.CloseArray()
		w.CloseObject()
		b = append(w.Bytes(), '\n')
	}
	fmt.Print(string(b))
	// Output:
	// {"id":"T-1","rounds":[1]}
	// {"id":"T-2","rounds":[1,2]}
}

func ExampleNewWriter() {
	w := strictjson.NewWriter([]byte("data: "))
	w.Text("due")
	fmt.Println(string(w.Bytes()))
	// Output: data: "due"
}

func ExampleWriter_Bytes() {
	var w strictjson.Writer
	fmt.Println(len(w.Bytes()))
	w.Null()
	fmt.Println(string(w.Bytes()))
	// Output:
	// 0
	// null
}

func ExampleWriter_OpenObject() {
	var w strictjson.Writer
	w.OpenObject()
	w.Name("on").Text("2026-03-02")
	w.Name("supported").Bool(true)
	w.CloseObject()
	fmt.Println(string(w.Bytes()))
	// Output: {"on":"2026-03-02","supported":true}
}

func ExampleWriter_CloseObject() {
	var w strictjson.Writer
	w.OpenObject()
	w.CloseObject()
	fmt.Println(string(w.Bytes()))
	// Output: {}
}

func ExampleWriter_OpenArray() {
	var w strictjson.Writer
	w.OpenArray()
	for _, text := range []string{"support", "fixes"} {
		w.Text(text)
	}
	w.CloseArray()
	fmt.Println(string(w.Bytes()))
	// Output: ["support","fixes"]
}

func ExampleWriter_CloseArray() {
	var w strictjson.Writer
	w.OpenArray()
	w.OpenArray()
	w.CloseArray()
	w.Int(1)
	w.CloseArray()
	fmt.Println(string(w.Bytes()))
	// Output: [[],1]
}

func ExampleWriter_Name() {
	var w strictjson.Writer
	w.OpenObject()
	w.Name("next").OpenObject()
	w.Name("what").Text("response due")
	w.CloseObject()
	w.Name("round").Int(1)
	w.CloseObject()
	fmt.Println(string(w.Bytes()))
	// Output: {"next":{"what":"response due"},"round":1}
}

func ExampleWriter_Key() {
	var w strictjson.Writer
	w.OpenObject()
	w.Key(`the "great" one`).Text("8h")
	w.CloseObject()
	fmt.Println(string(w.Bytes()))
	// Output: {"the \"great\" one":"8h"}
}

func ExampleWriter_Optional() {
	var w strictjson.Writer
	w.OpenObject()
	w.Optional("id", "")
	w.Optional("name", "Sam")
	w.CloseObject()
	fmt.Println(string(w.Bytes()))
	// Output: {"name":"Sam"}
}

func ExampleWriter_Text() {
	var w strictjson.Writer
	w.Text("a < b: \"yes\"")
	fmt.Println(string(w.Bytes()))
	// Output: "a < b: \"yes\""
}

func ExampleWriter_TextBytes() {
	var w strictjson.Writer
	w.TextBytes(fmt.Appendf(nil, "%02d:%02d", 9, 30))
	fmt.Println(string(w.Bytes()))
	// Output: "09:30"
}

func ExampleWriter_Int() {
	var w strictjson.Writer
	w.Int(-30)
	fmt.Println(string(w.Bytes()))
	// Output: -30
}

func ExampleWriter_Number() {
	var w strictjson.Writer
	w.Number("99.50")
	fmt.Println(string(w.Bytes()))
	// Output: 99.50
}

func ExampleWriter_Bool() {
	var w strictjson.Writer
	w.Bool(false)
	fmt.Println(string(w.Bytes()))
	// Output: false
}

func ExampleWriter_Null() {
	var w strictjson.Writer
	w.Null()
	fmt.Println(string(w.Bytes()))
	// Output: null
}

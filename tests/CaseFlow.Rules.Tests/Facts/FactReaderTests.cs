using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CaseFlow.Rules.Evaluation;
using CaseFlow.Rules.Facts;

namespace CaseFlow.Rules.Tests.Facts;

public sealed class FactReaderTests
{
    private static readonly CompiledPack Pack = TextPack.Of("""
        enum kind { complaint alias vi khiếu_nại, denunciation alias vi tố_cáo }
        record person {
          signed : boolean alias vi đã_ký
          age    : number optional
        }
        facts petition alias vi đơn {
          kind        : kind alias vi loại
          received_on : date alias vi ngày_nhận
          accepted_on : date optional
          remote_area : boolean alias vi vùng_hoà
          size        : number
          term        : duration
          note        : text
          people      : list of person at most 3 alias vi người_gửi
          sender      : person
        }
        facts office { name : text }
        """);

    [Theory]
    [InlineData("""{"petition":{"kind":"complaint"}}""")]
    [InlineData("""{"đơn":{"loại":"khiếu_nại"}}""")]
    [InlineData("""{"petition":{"loại":"khiếu_nại"}}""")]
    public void Read_ByNameOrAlias_IsWrittenByCanonicalName(string json) =>
        FactWriter.Write(Read(json).Facts).ToJsonString().Should().Be("""{"petition":{"kind":"complaint"}}""");

    [Fact]
    public void Read_NamesInAnotherToneOrNormalForm_FindsTheFact()
    {
        var otherTone = "{\"petition\":{\"vùng_hòa\":true}}";

        Read(otherTone).Problems.Should().BeEmpty();
        Read(otherTone.Normalize(NormalizationForm.FormD)).Facts.Known.Should().ContainSingle();
    }

    [Theory]
    [InlineData("""{"petition":{"kind":"complaint","received_on":"2026-07-06","accepted_on":null}}""")]
    [InlineData("""{"petition":{"size":10.5}}""")]
    [InlineData("""{"petition":{"term":{"value":7,"unit":"workingDay"},"note":"a \"b\""}}""")]
    [InlineData("""{"petition":{"people":[{"signed":true,"age":null},{}],"sender":{}},"office":{"name":"x"}}""")]
    [InlineData("{}")]
    public void Write_OfWhatWasRead_IsTheSameText(string json)
    {
        var read = Read(json);

        read.Problems.Should().BeEmpty();
        JsonNode.DeepEquals(FactWriter.Write(read.Facts), JsonNode.Parse(json)).Should().BeTrue();
        FactWriter.Write(read.Facts).ToJsonString().Should().Be(FactWriter.Write(read.Facts).ToJsonString());
    }

    [Theory]
    [InlineData("""{"petition":{"remote":true}}""", "CF2101", "petition.remote")]
    [InlineData("""{"case":{}}""", "CF2101", "case")]
    [InlineData("""{"petition":{"sender":{"name":"x"}}}""", "CF2101", "petition.sender.name")]
    [InlineData("""{"petition":{"kind":"third"}}""", "CF2114", "petition.kind")]
    [InlineData("""{"petition":{"kind":7}}""", "CF2202", "petition.kind")]
    [InlineData("""{"petition":{"received_on":"2026-02-30"}}""", "CF2202", "petition.received_on")]
    [InlineData("""{"petition":{"received_on":"06/07/2026"}}""", "CF2202", "petition.received_on")]
    [InlineData("""{"petition":{"received_on":20260706}}""", "CF2202", "petition.received_on")]
    [InlineData("""{"petition":{"remote_area":"yes"}}""", "CF2202", "petition.remote_area")]
    [InlineData("""{"petition":{"size":"10"}}""", "CF2202", "petition.size")]
    [InlineData("""{"petition":{"size":1e400}}""", "CF2202", "petition.size")]
    [InlineData("""{"petition":{"term":{"value":7,"unit":"week"}}}""", "CF2202", "petition.term")]
    [InlineData("""{"petition":{"term":{"value":7.5,"unit":"day"}}}""", "CF2202", "petition.term")]
    [InlineData("""{"petition":{"term":{"value":7,"unit":"day","more":1}}}""", "CF2202", "petition.term")]
    [InlineData("""{"petition":{"note":"\ud800"}}""", "CF2202", "petition.note")]
    [InlineData("""{"petition":{"received_on":null}}""", "CF4203", "petition.received_on")]
    [InlineData("""{"petition":{"people":[{"signed":null}]}}""", "CF4203", "petition.people[1].signed")]
    [InlineData("""{"petition":{"people":[{},{},{},{}]}}""", "CF4204", "petition.people")]
    [InlineData("""{"petition":{"people":{}}}""", "CF2202", "petition.people")]
    [InlineData("""{"petition":{"size":1,"size":2}}""", "CF4208", "petition.size")]
    [InlineData("""{"petition":{"kind":"complaint","loại":"tố_cáo"}}""", "CF4208", "petition.kind")]
    [InlineData("""{"petition":{},"đơn":{}}""", "CF4208", "petition")]
    [InlineData("""{"petition":[]}""", "CF2202", "petition")]
    [InlineData("[]", "CF2202", "facts")]
    [InlineData("""{"\ud800":{}}""", "CF2101", "\uFFFD")]
    [InlineData("""{"petition":{"\udfff":1}}""", "CF2101", "petition.\uFFFD")]
    [InlineData("""{"petition":{"sender":{"\ud800":1}}}""", "CF2101", "petition.sender.\uFFFD")]
    [InlineData("""{"petition":{"term":{"\ud800":7,"unit":"day"}}}""", "CF2202", "petition.term")]
    public void Read_WhatDoesNotFit_IsAProblemWithItsPlace(string json, string code, string path)
    {
        var problem = Read(json).Problems.Should().ContainSingle().Which;

        (problem.Code, problem.Path).Should().Be((code, path));
        problem.Message(TextPack.English).Should().NotBe(problem.Message(TextPack.Vietnamese)).And.NotContain("{");
    }

    [Fact]
    public void Read_RecordsInRecordsBeyondTheLimit_IsAProblem()
    {
        var records = Enumerable.Range(1, 20).Select(level => string.Create(
            CultureInfo.InvariantCulture, $"record r{level} {{ inner : r{level - 1} }}"));
        var pack = TextPack.Of("record r0 { end : number } " + string.Join(' ', records) + " facts p { inner : r20 }");
        var json = string.Concat(Enumerable.Repeat("{\"inner\":", 20)) + "{}" + new string('}', 20);

        FactReader.Read(Json("{\"p\":" + json + "}"), pack.Pack).Problems.Should().ContainSingle()
            .Which.Code.Should().Be("CF4207");
    }

    [Fact]
    public void Read_SeveralFaults_TellsThemAllAndKeepsTheRest()
    {
        var read = Read("""{"petition":{"kind":"third","size":"x","remote_area":true,"unheard_of":1}}""");

        read.Problems.Select(problem => problem.Code).Should().Equal("CF2114", "CF2202", "CF2101");
        read.Facts.Known.Should().ContainSingle().Which.Key.Name.Should().Be("remote_area");
    }

    [Fact]
    public void Read_AlmostAName_AsksWhetherItWasMeant() =>
        Read("""{"petition":{"recieved_on":"2026-07-06"}}""").Problems.Should().ContainSingle()
            .Which.Help(TextPack.English).Should().Contain("received_on");

    [Fact]
    public void Read_KeyOfAMegabyte_IsQuotedShort() =>
        Read("{\"petition\":{\"" + new string('x', 1_000_000) + "\":1}}").Problems.Should().ContainSingle()
            .Which.Message(TextPack.English).Length.Should().BeLessThan(200);

    [Fact]
    public void Read_HundredsOfWrongNames_GuessesAtTheFirstOnly()
    {
        var names = Enumerable.Range(0, 300).Select(
            number => string.Create(CultureInfo.InvariantCulture, $"\"received_on{number}\":1"));
        var json = "{\"petition\":{" + string.Join(',', names) + "}}";

        var guesses = Read(json).Problems.Select(problem => problem.DidYouMean).ToList();

        guesses.Should().HaveCount(300);
        guesses.Take(100).Should().OnlyContain(guess => guess!.StartsWith("received_on", StringComparison.Ordinal));
        guesses.Skip(100).Should().OnlyContain(guess => guess == null);
    }

    [Fact]
    public void ReadInputs_OfATrigger_KeepsToWhatItAsksFor()
    {
        var inputs = Pack.Pack.Records.Single().Fields;

        var read = FactReader.ReadInputs(Json("""{"đã_ký":true,"height":2}"""), inputs);

        read.Inputs.Should().ContainSingle().Which.Value.Should().Be(BooleanValue.Yes);
        read.Problems.Should().ContainSingle().Which.Path.Should().Be("height");
    }

    [Theory]
    [InlineData("10", "10.0")]
    [InlineData("0.1", "0.100")]
    [InlineData("100", "1E2")]
    public void Write_EqualNumbers_IsEqualText(string one, string other) =>
        FactWriter.Write(Read("{\"petition\":{\"size\":" + one + "}}").Facts).ToJsonString()
            .Should().Be(FactWriter.Write(Read("{\"petition\":{\"size\":" + other + "}}").Facts).ToJsonString());

    [Theory]
    [InlineData("{\"value\":250000,\"currency\":\"VND\"}", 250000L)]
    [InlineData("{\"value\":10.50,\"currency\":\"EUR\"}", 1050L)]
    [InlineData("{\"value\":0.5,\"currency\":\"VND\"}", null)]
    [InlineData("{\"value\":5,\"currency\":\"đồng\"}", null)]
    [InlineData("{\"value\":9e30,\"currency\":\"VND\"}", null)]
    public void ReadValue_OfMoney_CountsMinorUnits(string json, long? minor)
    {
        var (value, problems) = ValueJson.Read(Json(json), new RuleType(TypeKind.Money), "fee");

        (value as MoneyValue)?.Minor.Should().Be(minor);
        problems.Should().HaveCount(minor is null ? 1 : 0);
    }

    private static FactReadResult Read(string json) => FactReader.Read(Json(json), Pack.Pack);

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}

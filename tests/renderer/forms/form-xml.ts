/** A form in XForms from its parts, so that a test shows only what it is about. */
export function formXml(parts: {
  readonly instance: string;
  readonly binds: string;
  readonly body: string;
  readonly more?: string;
  readonly actions?: string;
}): string {
  return `<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms">
  <h:head><h:title>t</h:title><model>
    <itext>
      <translation lang="中文 (zh)" default="true()">
        <text id="work"><value>在建</value></text><text id="idle"><value>停工</value></text>
        <text id="state"><value>工程状态</value></text><text id="tooMany"><value>不能超过 5 处</value></text>
      </translation>
      <translation lang="English (en)">
        <text id="work"><value>Under way</value></text><text id="idle"><value>Idle</value></text>
        <text id="state"><value>State of works</value></text><text id="tooMany"><value>No more than 5</value></text>
      </translation>
    </itext>
    <instance><data id="t" version="1">${parts.instance}<meta><instanceID/></meta></data></instance>
    <instance id="states"><root>
      <item><itextId>work</itextId><name>work</name></item><item><itextId>idle</itextId><name>idle</name></item>
    </root></instance>
    ${parts.more ?? ''}
    ${parts.binds}
    <bind nodeset="/data/meta/instanceID" type="string" jr:preload="uid"/>
    ${parts.actions ?? ''}
  </model></h:head>
  <h:body>${parts.body}</h:body>
</h:html>`;
}

/** A select from the list of states. */
export function select(name: string, control: 'select1' | 'select' = 'select1'): string {
  return `<${control} ref="/data/${name}"><label ref="jr:itext('state')"/>
    <itemset nodeset="instance('states')/root/item"><value ref="name"/><label ref="jr:itext(itextId)"/></itemset></${control}>`;
}
